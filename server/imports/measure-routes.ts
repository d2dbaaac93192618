import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { Problem } from '../http/problem.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { importMeasures } from './import-measures.ts'

const MOST_BYTES = 5 * 1024 * 1024
const uploadShape = z.object({ dryRun: z.enum(['0', '1']) })

/** Clinical measures from a register or the administration. The body of an upload is the file itself. */
export const measureRoutes = (deps: Deps) =>
  new Hono<Session>().post(
    '/import',
    allow('measures:import'),
    bodyLimit({ maxSize: MOST_BYTES, onError: tooLarge }),
    valid('query', uploadShape),
    async (c) => {
      const bytes = new Uint8Array(await c.req.arrayBuffer())
      const dryRun = c.req.valid('query').dryRun === '1'
      return c.json(await importMeasures(deps, c.var.ctx, { bytes, dryRun }))
    },
  )

function tooLarge(): never {
  throw new Problem(413, 'file_too_large', 'The file is larger than 5 MB', { mostMegabytes: 5 })
}

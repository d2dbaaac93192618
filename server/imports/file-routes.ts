import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { lineShape } from '../../core/shapes.ts'
import { teamOf } from '../acts/enrol.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../http/problem.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { describeColumns } from './column-help.ts'
import { csvAnswer } from './csv-answer.ts'
import { type ImportKind, mustBeAsChecked, startImport } from './run-import.ts'

const MOST_BYTES = 20 * 1024 * 1024

const uploadQuery = z.object({
  fileName: lineShape(1, 200).default('upload.csv'),
  teamId: z.string().max(64).optional(),
  dryRun: z.enum(['0', '1']),
  checkId: z.string().max(64).optional(),
})

/** Files of one kind: looked at and imported, and what may stand in them. The body of an upload is the file itself. */
export const fileRoutes = (deps: Deps, kind: ImportKind) =>
  new Hono<Session>()
    .post(
      '/',
      allow('imports:write'),
      bodyLimit({ maxSize: MOST_BYTES, onError: tooLarge }),
      valid('query', uploadQuery),
      async (c) => {
        const { dryRun, teamId = null, fileName, checkId } = c.req.valid('query')
        const ctx = c.get('ctx')
        if (teamId) await teamOf(deps.db, ctx, teamId)
        const bytes = new Uint8Array(await c.req.arrayBuffer())
        if (checkId) await mustBeAsChecked(deps, ctx, checkId, { kind, bytes, teamId })
        const upload = { kind, bytes, fileName, teamId, dryRun: dryRun === '1' }
        const { id, finished } = await startImport(deps, ctx, upload)
        finished.catch(() => deps.log.error({ import: id }, 'the end of an import could not be written'))
        return c.json({ id }, 202)
      },
    )
    .get('/columns', allow('imports:write'), async (c) => {
      const ctx = c.get('ctx')
      return c.json({ columns: await describeColumns(deps, ctx, kind) })
    })
    .get('/example.csv', allow('imports:write'), async (c) => {
      const columns = await describeColumns(deps, c.get('ctx'), kind)
      return csvAnswer(c, [columns.map(({ name }) => name)])
    })

function tooLarge(): never {
  throw new Problem(413, 'file_too_large', 'The file is larger than 20 MB', { mostMegabytes: 20 })
}

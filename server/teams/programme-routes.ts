import { Hono } from 'hono'
import { z } from 'zod'
import { recordRead } from '../audit/store.ts'
import type { Deps } from '../deps.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { readProgramme, shareWithRegion } from './programme.ts'

/** What who manages a programme sees of its teams, and the board that lets the region see them. */
export const programmeRoutes = (deps: Deps) =>
  new Hono<Session>()
    .get('/', allow('programme:read'), async (c) => {
      const programme = await readProgramme(deps, c.var.ctx)
      await recordRead(deps, c.var.ctx, { type: 'programme.read' })
      return c.json(programme)
    })
    .put(
      '/shared',
      allow('programme:share'),
      valid('json', z.strictObject({ shared: z.boolean() })),
      async (c) => {
        await shareWithRegion(deps, c.var.ctx, c.req.valid('json').shared)
        return c.json({ done: true as const })
      },
    )

import { Hono } from 'hono'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { readBoard } from './read-board.ts'

const Team = z.object({ team: z.string().max(64).optional() })

/** The care-path board: every patient of a team in their stage, without names. */
export const boardRoutes = (deps: Deps) =>
  new Hono<Session>().get('/', allow('clinic:read'), valid('query', Team), async (c) =>
    c.json(await readBoard(deps, c.var.ctx, c.req.valid('query').team)),
  )

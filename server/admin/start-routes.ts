import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { allow, type Session } from '../http/session.ts'
import { startState } from './start.ts'

/** How far an organisation is on the guided way from nothing to the first invitation. */
export const startRoutes = (deps: Deps) =>
  new Hono<Session>().get('/state', allow('organisation:write'), async (c) =>
    c.json(await startState(deps, c.get('ctx'))),
  )

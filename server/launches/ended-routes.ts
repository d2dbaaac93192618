import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Session } from '../http/session.ts'
import { signedIn } from '../staff/me.ts'
import { endLaunch } from './session.ts'

/** Closing what a record system opened; elsewhere there is nothing to close. */
export const launchedRoutes = (deps: Pick<Deps, 'db' | 'config' | 'now'>) =>
  new Hono<Session>().delete('/', async (c) => {
    const { boundTo } = signedIn(c.get('ctx'))
    if (boundTo) await endLaunch(deps, boundTo.launchId)
    return c.body(null, 204)
  })

import { Hono } from 'hono'
import { z } from 'zod'
import { nameShape } from '../../core/shapes.ts'
import type { Deps } from '../deps.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { setDuty, setHours } from './duties.ts'
import { countAlerts, readDesk } from './read-desk.ts'
import { readTeamWatch } from './read-watch.ts'

const OfTeam = z.object({ teamId: nameShape })
const OfRule = z.object({ teamId: nameShape, rule: nameShape })
const person = nameShape.nullable()
const Duty = z.strictObject({ isOff: z.boolean(), ownerId: person, deputyId: person })
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 08:30')
const Hours = z.strictObject({
  days: z.array(z.int().min(1).max(7)).max(7),
  from: time,
  until: time,
})

const done = { done: true } as const

/** Alerts of the caller's teams, who answers them, and when. Taking up and closing are acts of a consult. */
export const alertRoutes = (deps: Deps) =>
  new Hono<Session>()
    .get('/', allow('alerts:write'), async (c) => c.json(await readDesk(deps, c.var.ctx)))
    .get('/count', allow('alerts:write'), async (c) => c.json(await countAlerts(deps.db, c.var.ctx)))
    .get('/teams/:teamId', allow('alerts:write'), valid('param', OfTeam), async (c) =>
      c.json(await readTeamWatch(deps, c.var.ctx, c.req.valid('param').teamId)),
    )
    .put(
      '/teams/:teamId/rules/:rule',
      allow('team:steer'),
      valid('param', OfRule),
      valid('json', Duty),
      async (c) => {
        await setDuty(deps, c.var.ctx, c.req.valid('param'), c.req.valid('json'))
        return c.json(done)
      },
    )
    .put(
      '/teams/:teamId/hours',
      allow('team:steer'),
      valid('param', OfTeam),
      valid('json', Hours),
      async (c) => {
        await setHours(deps, c.var.ctx, c.req.valid('param').teamId, c.req.valid('json'))
        return c.json(done)
      },
    )

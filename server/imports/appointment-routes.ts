import { Hono } from 'hono'
import { z } from 'zod'
import { appointmentMessageShape } from '../../core/feeds/appointment-message.ts'
import { explainProblem } from '../../core/feeds/appointment-words.ts'
import { admitAppointments } from '../acts/admit-appointment.ts'
import { admitFeed } from '../acts/admit-feed.ts'
import type { Deps } from '../deps.ts'
import { refused } from '../http/problem.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'

const MOST = 500
const body = z.union([z.record(z.string(), z.unknown()), z.array(z.unknown()).min(1).max(MOST)])

/** Appointments from a planning system: one message or up to 500, all or nothing. */
export const appointmentRoutes = (deps: Deps) =>
  new Hono<Session>().post('/', allow('appointments:write'), valid('json', body), async (c) => {
    const ctx = c.get('ctx')
    const messages = readMessages([c.req.valid('json')].flat())
    if (ctx.actor.kind !== 'service')
      return c.json({ admissions: await admitAppointments(deps, ctx, messages, { source: 'staff' }) })
    const { admissions } = await admitFeed(
      deps,
      ctx,
      { appointments: messages, people: [], events: [] },
      'api',
    )
    return c.json({ admissions })
  })

function readMessages(given: unknown[]) {
  const parsed = given.map((one) => appointmentMessageShape.safeParse(one))
  const problems = parsed.flatMap(({ error }, index) =>
    (error?.issues ?? []).map(({ path, message }) => ({
      index,
      field: path.join('.'),
      code: message,
      message: explainProblem({ code: message }, 'en'),
    })),
  )
  if (problems.length > 0)
    throw refused('messages_wrong', 'Some appointments cannot be taken in; nothing was changed', {
      problems: problems.slice(0, 200),
      count: problems.length,
    })
  return parsed.flatMap(({ data }) => data ?? [])
}

import { eq } from 'drizzle-orm'
import { Hono } from 'hono'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { refused } from '../http/problem.ts'
import { allow, type Session } from '../http/session.ts'
import { enqueueTestMail } from '../outbox/store.ts'
import { mailWorks } from './send-link.ts'
import { startState } from './start.ts'

/** The guided way from an empty installation to the first invitation. */
export const startRoutes = (deps: Deps) =>
  new Hono<Session>()
    .get('/state', allow('organisation:write'), async (c) => c.json(await startState(deps, c.get('ctx'))))
    .post('/test-mail', allow('messages:test'), async (c) => {
      await sendTestMail(deps, c.get('ctx'))
      return c.json({ asked: true as const })
    })

/** A mail to oneself, so that one sees whether mail arrives before a patient waits for one. */
async function sendTestMail(deps: Deps, ctx: Ctx) {
  if (!mailWorks(deps.config))
    throw refused('no_mail_server', 'Set SMTP_URL and start again; then a test mail can be sent')
  const [own] = await deps.db.select({ email: staff.email }).from(staff).where(eq(staff.id, ctx.actor.id))
  if (!own) return
  await deps.db.transaction(async (tx) => {
    const { organisationId, language } = ctx
    await enqueueTestMail(tx, deps, { organisationId, to: own.email, language })
    await record(tx, deps, ctx, { action: 'E', type: 'mail.tested' })
  })
}

import { and, eq } from 'drizzle-orm'
import { Hono } from 'hono'
import { z } from 'zod'
import { recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { messages } from '../db/schema/messages.ts'
import { patients } from '../db/schema/patients.ts'
import { staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../http/problem.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { messagesOf, notMailed } from '../outbox/history.ts'
import { enqueueTestMail } from '../outbox/store.ts'
import { mailService, mailState } from './mail-service.ts'
import { sendOne } from './send-due.ts'

const Asked = z.object({ patient: z.string().min(1).max(100) })

/** Why mail was sent or not, how mail is doing, and a mail to oneself to see that it works. */
export const messageRoutes = (deps: Deps) =>
  new Hono<Session>()
    .get('/', allow('messages:read'), valid('query', Asked), async (c) =>
      c.json(await patientMail(deps, c.var.ctx, c.req.valid('query').patient)),
    )
    .get('/state', allow('messages:state'), async (c) => c.json(await mailState(deps, c.var.ctx)))
    .post('/test', allow('messages:test'), async (c) => c.json(await sendTest(deps, c.var.ctx)))

async function patientMail(deps: Deps, ctx: Ctx, patientId: string) {
  const [patient] = await deps.db
    .select()
    .from(patients)
    .where(and(eq(patients.id, patientId), eq(patients.organisationId, ctx.organisationId)))
  if (!patient) throw notFound('patient')
  await recordRead(deps, ctx, { type: 'messages.read', patients: [patientId] })
  return {
    messages: await messagesOf(deps.db, patientId),
    notMailed: await notMailed(deps.db, patient, deps.now().toISOString()),
  }
}

/** Sends a mail to whoever asks, at once, and says what the mail server said about it. */
async function sendTest(deps: Deps, ctx: Ctx) {
  const [person] = await deps.db.select().from(staff).where(eq(staff.id, ctx.actor.id))
  if (!person) throw notFound('member of staff')
  const { organisationId, language } = ctx
  const mail = { organisationId, language, to: person.email }
  const id = await deps.db.transaction((tx) => enqueueTestMail(tx, deps, mail))
  await sendOne(deps, id)
  const [row] = await deps.db.select().from(messages).where(eq(messages.id, id))
  const state = row?.sentAt ? 'sent' : row?.failedAt ? 'failed' : 'waiting'
  return { id, to: person.email, service: mailService(deps.config), state, why: row?.why ?? null } as const
}

import { eq } from 'drizzle-orm'
import { Hono } from 'hono'
import { z } from 'zod'
import { emailShape, phoneShape } from '../../core/feeds/appointment-message.ts'
import { nameShape } from '../../core/shapes.ts'
import { changeContact } from '../acts/change-contact.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { messages } from '../db/schema/messages.ts'
import { staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../http/problem.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { enqueueTestMail } from '../outbox/store.ts'
import { mailService } from './mail-service.ts'
import { findByNumber, patientMail, unreachedPatients } from './patient-mail.ts'
import { sendOne } from './send-due.ts'

const Asked = z.object({ patient: z.string().min(1).max(100) })
const Wanted = z.object({ number: z.string().trim().min(1).max(100) })

const OfPatient = z.object({ patientId: nameShape })
const Contact = z.strictObject({
  email: emailShape.nullable(),
  phone: phoneShape.nullable(),
  prefersTexts: z.boolean().default(false),
  ofProxy: z.boolean().optional(),
})

/** Why mail was sent or not, and a mail to oneself to see that it works. */
export const messageRoutes = (deps: Deps) =>
  new Hono<Session>()
    .get('/', allow('messages:read'), valid('query', Asked), async (c) =>
      c.json(await patientMail(deps, c.var.ctx, c.req.valid('query').patient)),
    )
    .get('/trouble', allow('messages:read'), async (c) => c.json(await unreachedPatients(deps, c.var.ctx)))
    .get('/find', allow('messages:read'), valid('query', Wanted), async (c) =>
      c.json(await findByNumber(deps, c.var.ctx, c.req.valid('query').number)),
    )
    .put(
      '/patients/:patientId/contact',
      allow('contacts:write'),
      valid('param', OfPatient),
      valid('json', Contact),
      async (c) => {
        await changeContact(deps, c.var.ctx, c.req.valid('param').patientId, c.req.valid('json'))
        return c.json({ done: true as const })
      },
    )
    .post('/test', allow('messages:test'), async (c) => c.json(await sendTest(deps, c.var.ctx)))

/** Sends a mail to whoever asks, at once, and says what the mail server said about it. */
async function sendTest(deps: Deps, ctx: Ctx) {
  const [person] = await deps.db.select().from(staff).where(eq(staff.id, ctx.actor.id))
  if (!person) throw notFound('member of staff')
  const { organisationId, language } = ctx
  const id = await deps.db.transaction(async (tx) => {
    await record(tx, deps, ctx, { action: 'E', type: 'mail.tested' })
    return enqueueTestMail(tx, deps, { organisationId, language, to: person.email })
  })
  await sendOne(deps, id)
  const [row] = await deps.db.select().from(messages).where(eq(messages.id, id))
  const state = row?.sentAt ? 'sent' : row?.failedAt ? 'failed' : 'waiting'
  return { id, to: person.email, service: mailService(deps.config), state, why: row?.why ?? null } as const
}

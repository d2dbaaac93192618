import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { once } from '../../core/memo.ts'
import { record } from '../audit/store.ts'
import { systemCtx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { given } from '../db/given.ts'
import { messages } from '../db/schema/messages.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import type { MailFacts, Recipient } from '../outbox/facts.ts'
import { keepingTraits } from '../patients/former-traits.ts'
import { endProxyAddress } from '../patients/proxy-address.ts'
import { numberKeyOf } from '../patients/texting.ts'
import { type Failure, MOST_ATTEMPTS, waitAfter } from './send-failure.ts'

/**
 * The mail server took it, or the gateway: of a text message it is kept to which number, as a keyed hash. A link for
 * staff has done its duty here: once it is in the mail, it is kept nowhere else.
 */
export async function markSent(
  { db, now, config, seal }: Deps,
  { message }: MailFacts,
  to: string,
): Promise<void> {
  if (message.channel === 'sms') {
    const at = now().toISOString()
    await sentAsText(db).execute({ id: message.id, at, numberKey: numberKeyOf(seal, to) })
    return
  }
  const forgets = message.kind === 'staff-link' && config.SMTP_URL
  await (forgets ? sentAndForgotten : sent)(db).execute({ id: message.id, at: now().toISOString() })
}

const asSent = { sentAt: given('at', messages.sentAt), leaseUntil: null, why: null }
const notSentYet = and(eq(messages.id, sql.placeholder('id')), isNull(messages.sentAt))

const sent = once((db: Tx) => db.update(messages).set(asSent).where(notSentYet).prepare('mail_sent'))
const sentAsText = once((db: Tx) =>
  db
    .update(messages)
    .set({ ...asSent, numberKey: given('numberKey', messages.numberKey) })
    .where(notSentYet)
    .prepare('text_sent'),
)
const sentAndForgotten = once((db: Tx) =>
  db
    .update(messages)
    .set({ ...asSent, content: null })
    .where(notSentYet)
    .prepare('mail_sent_forgotten'),
)

/** It cannot be sent, now or ever, by a fault of its own. */
export const markUnsendable = (deps: Deps, facts: MailFacts): Promise<void> =>
  giveUp(deps, facts, { why: 'unsendable', final: true, addressDead: false })

/** Plans the next try, or gives up; gives which of the two. */
export async function markFailed(
  deps: Deps,
  facts: MailFacts,
  failure: Failure,
): Promise<'retried' | 'failed'> {
  const attempts = facts.message.attempts + 1
  if (failure.final || attempts >= MOST_ATTEMPTS) {
    await giveUp(deps, facts, failure)
    return 'failed'
  }
  const dueAt = new Date(deps.now().getTime() + waitAfter(attempts)).toISOString()
  await deps.db
    .update(messages)
    .set({ attempts, dueAt, leaseUntil: null, why: failure.why })
    .where(eq(messages.id, facts.message.id))
  return 'retried'
}

async function giveUp(deps: Deps, { message, patient }: MailFacts, { why, addressDead }: Failure) {
  const at = deps.now().toISOString()
  await deps.db.transaction(async (tx) => {
    await tx
      .update(messages)
      .set({ failedAt: at, why, leaseUntil: null, attempts: sql`${messages.attempts} + 1` })
      .where(eq(messages.id, message.id))
    if (!addressDead || !patient) return
    if (message.proxyId)
      return endProxyAddress(tx, deps, { id: message.proxyId, email: patient.email }, { id: message.id, why })
    const dead =
      message.channel === 'sms' ? await endNumber(tx, patient, at) : await endAddress(tx, deps, patient)
    if (!dead) return
    await record(tx, deps, systemCtx(message.organisationId, 'mail'), {
      action: 'U',
      type: dead,
      patients: [patient.id],
      object: { type: 'message', id: message.id },
      detail: { why },
    })
  })
}

// Only the address that was tried, and nobody stopped since: a new one may have come in, or its owner be in doubt.
async function endAddress(tx: Tx, deps: Pick<Deps, 'newId' | 'now'>, { id, email }: Recipient) {
  const isTried = and(eq(patients.id, id), eq(patients.email, email ?? ''), isNull(patients.emailDeadAt))
  const emailDeadAt = deps.now().toISOString()
  const dead = await keepingTraits(tx, deps, [id], async () =>
    tx.update(patients).set({ emailDeadAt }).where(isTried).returning({ id: patients.id }),
  )
  return dead.length > 0 ? ('patient.address-dead' as const) : null
}

async function endNumber(tx: Tx, { id, phone }: Recipient, at: string) {
  const isTried = and(eq(patients.id, id), eq(patients.phone, phone ?? ''), isNull(patients.phoneDeadAt))
  const dead = await tx
    .update(patients)
    .set({ phoneDeadAt: at })
    .where(isTried)
    .returning({ id: patients.id })
  return dead.length > 0 ? ('patient.number-dead' as const) : null
}

/** Gives back what was taken in hand, for so many milliseconds: its mail provider has had enough for this minute. */
export async function postpone({ db, now }: Pick<Deps, 'db' | 'now'>, { message }: MailFacts, wait: number) {
  const dueAt = new Date(now().getTime() + wait).toISOString()
  await db.update(messages).set({ dueAt, leaseUntil: null }).where(eq(messages.id, message.id))
}

/** Gives back what was taken in hand and not tried. */
export async function release({ db }: Pick<Deps, 'db'>, facts: readonly MailFacts[]): Promise<void> {
  if (facts.length === 0) return
  const ids = facts.map(({ message }) => message.id)
  await db.update(messages).set({ leaseUntil: null }).where(inArray(messages.id, ids))
}

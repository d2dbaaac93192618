import { and, desc, eq, exists, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { endsTexts } from '../../core/mail/text-reply.ts'
import { internationalNumber } from '../../core/patients/phone-number.ts'
import { record } from '../audit/store.ts'
import { systemCtx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { messages } from '../db/schema/messages.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { enqueueElsewhere } from '../outbox/to-patient.ts'
import { lockPatients } from '../patients/lock.ts'
import { numberKeyOf, textNumber } from '../patients/texting.ts'

/** What the gateway tells of a text message that it took, or of one that came back. */
export type TextEvent =
  | { event: 'delivered'; id: string }
  | { event: 'failed'; id: string; final: boolean }
  | { event: 'reply'; from: string; text: string }

type Tools = Pick<Deps, 'db' | 'now' | 'newId' | 'seal'>
type Message = typeof messages.$inferSelect

/** Again, in another order, or about nothing that we sent is harmless. Nothing of a reply is kept. */
export async function takeText(deps: Tools, told: TextEvent): Promise<void> {
  await deps.db.transaction(async (tx) => {
    if (told.event === 'delivered') return markDelivered(tx, deps, told.id)
    if (told.event === 'failed') return markUndelivered(tx, deps, told)
    const number = internationalNumber(told.from)
    const answered = number && (await lastTo(tx, numberKeyOf(deps.seal, number)))
    if (!answered) return
    if (endsTexts(told.text)) return stopTexts(tx, deps, answered)
    if (answered.patientId) await enqueueElsewhere(tx, deps, answered.patientId, 'sms')
  })
}

const UNDELIVERED = 'undelivered'
const wentOut = (id: string) =>
  and(eq(messages.id, id), eq(messages.channel, 'sms'), isNotNull(messages.sentAt))

/** What reached the telephone after all did not fail. */
async function markDelivered(tx: Tx, { now }: Tools, id: string) {
  await tx
    .update(messages)
    .set({ deliveredAt: now().toISOString(), failedAt: null, why: null })
    .where(
      and(
        wentOut(id),
        isNull(messages.deliveredAt),
        or(isNull(messages.failedAt), eq(messages.why, UNDELIVERED)),
      ),
    )
}

/** A gateway may say at first that it did not arrive, and only then that it never will. */
async function markUndelivered(tx: Tx, deps: Tools, { id, final }: { id: string; final: boolean }) {
  const at = deps.now().toISOString()
  const failedBefore = final ? eq(messages.why, UNDELIVERED) : undefined
  const [failed] = await tx
    .update(messages)
    .set({ failedAt: sql`coalesce(${messages.failedAt}, ${at})`, why: UNDELIVERED })
    .where(and(wentOut(id), isNull(messages.deliveredAt), or(isNull(messages.failedAt), failedBefore)))
    .returning()
  if (!failed?.patientId || !final) return
  await lockPatients(tx, [failed.patientId])
  // Told again, it does not end a number that somebody has said since.
  const isOlder = or(isNull(patients.contactToldAt), lte(patients.contactToldAt, failed.failedAt ?? at))
  const isAlive = and(isNull(patients.phoneDeadAt), isOlder)
  const [patient] = await havingNumber(tx, deps, failed, and(eq(patients.id, failed.patientId), isAlive))
  if (!patient) return
  await tx.update(patients).set({ phoneDeadAt: at }).where(eq(patients.id, patient.id))
  await record(tx, deps, systemCtx(failed.organisationId, 'mail'), {
    action: 'U',
    type: 'patient.number-dead',
    patients: [patient.id],
    object: { type: 'message', id },
    detail: { why: UNDELIVERED },
  })
}

/** The newest message that went to a number: what comes back from it answers that. */
async function lastTo(tx: Tx, numberKey: string): Promise<Message | null> {
  const [last] = await tx
    .select()
    .from(messages)
    .where(and(eq(messages.numberKey, numberKey), isNotNull(messages.sentAt)))
    .orderBy(desc(messages.sentAt), desc(messages.id))
    .limit(1)
  return last ?? null
}

/**
 * No more text messages to this number for the person who answered, in every organisation that writes to them there: by
 * name and birth date, as with mail. Whoever shares the telephone decides for themselves.
 */
async function stopTexts(tx: Tx, deps: Tools, answered: Message) {
  const at = deps.now().toISOString()
  const found = await havingNumber(tx, deps, answered, samePerson(tx, answered))
  await lockPatients(
    tx,
    found.map(({ id }) => id),
  )
  for (const { id, organisationId } of found) {
    const stopped = await tx
      .update(patients)
      .set({ textsStoppedAt: at, prefersTexts: false })
      .where(and(eq(patients.id, id), isNull(patients.textsStoppedAt)))
      .returning({ id: patients.id })
    if (stopped.length === 0) continue // a gateway tells it twice at once
    await record(tx, deps, systemCtx(organisationId, 'mail'), {
      action: 'U',
      type: 'patient.texts-stopped',
      patients: [id],
      object: { type: 'message', id: answered.id },
    })
  }
}

/** Who is who answered, by name and birth date, of those written to at that number, and gets text messages. */
function samePerson(tx: Tx, { patientId, numberKey }: Message) {
  const person = alias(patients, 'person')
  const isSame = tx
    .select({ id: person.id })
    .from(person)
    .where(
      and(
        eq(person.id, patientId ?? ''),
        eq(person.birthDate, patients.birthDate),
        eq(person.searchName, patients.searchName),
      ),
    )
  const written = tx
    .select({ id: messages.patientId })
    .from(messages)
    .where(eq(messages.numberKey, numberKey ?? ''))
  return and(inArray(patients.id, written), exists(isSame), isNull(patients.textsStoppedAt))
}

/** Of these patients those who still have the number that a message went to. */
async function havingNumber(tx: Tx, { seal }: Tools, { numberKey }: Message, which = sql`1 = 1`) {
  const found = await tx.select().from(patients).where(which)
  return found.filter((one) => {
    const number = textNumber(seal, { ...one, phoneDeadAt: null, textsStoppedAt: null })
    return number !== null && numberKeyOf(seal, number) === numberKey
  })
}

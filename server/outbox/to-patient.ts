import { and, eq, gt, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { messages } from '../db/schema/messages.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { type Channel, channelOf, textNumber } from '../patients/texting.ts'
import type { MessageKind } from './kinds.ts'
import { blank } from './store.ts'

// Mail that a patient asked for or that an act brings; what is asked for is planned in server/messages.

type Patient = typeof patients.$inferSelect
type Makes = Pick<Deps, 'now' | 'newId'>
type Chooses = Makes & Pick<Deps, 'seal' | 'config'>

/** Somebody who asks again and again gets one new link in so many minutes. */
const NEW_LINK_MINUTES = 5
/** And so many in a day: whoever holds an old mail can ask, and the last ten still work. */
const MOST_NEW_LINKS = 10
const DAY_MS = 86_400_000
/** Colleagues who press at the same time send one link. */
const SENT_LINK_MINUTES = 60

/**
 * The patient asked for a new link. It goes to the address that is known and to no other, and only if there is
 * something to answer: both are decided when it is sent, so that whoever asks learns nothing. False where none is made:
 * one was just now, or enough were today. `proxyId`: who answers for the patient asked, and gets it at their own address.
 */
export async function enqueueNewLink(
  tx: Tx,
  deps: Chooses,
  patientId: string,
  proxyId: string | null = null,
): Promise<boolean> {
  const at = deps.now().getTime()
  const ofToday = and(
    eq(messages.patientId, patientId),
    eq(messages.kind, 'new-link'),
    proxyId ? eq(messages.proxyId, proxyId) : isNull(messages.proxyId),
    gt(messages.createdAt, new Date(at - DAY_MS).toISOString()),
    isNull(messages.suppressedAt),
  )
  if ((await tx.$count(messages, ofToday)) >= MOST_NEW_LINKS) return false
  const span = Math.floor(at / (NEW_LINK_MINUTES * 60_000))
  const to = (patient: Patient) => (proxyId ? 'mail' : channelOf(deps, patient))
  return enqueueForPatient(tx, deps, { patientId, proxyId }, 'new-link', String(span), to)
}

/**
 * Somebody of the team sends a link to what is open, now: to the patient, or to the own address of who answers for them.
 * False where one went within the same hour.
 */
export const enqueueSentLink = (
  tx: Tx,
  deps: Chooses,
  patientId: string,
  proxyId: string | null,
): Promise<boolean> => {
  const span = Math.floor(deps.now().getTime() / (SENT_LINK_MINUTES * 60_000))
  const by = (patient: Patient) => (proxyId ? 'mail' : channelOf(deps, patient))
  return enqueueForPatient(tx, deps, { patientId, proxyId }, 'sent-link', String(span), by)
}

/**
 * These patients are reached at another address: a link goes there, if there is something to answer when it is sent.
 * Nobody waits for it, so it keeps to the sending hours. Who has no address gets nothing.
 */
export async function enqueueNewAddress(tx: Tx, deps: Makes, patientIds: readonly string[]): Promise<void> {
  if (patientIds.length === 0) return
  const reached = await tx
    .select({ id: patients.id, organisationId: patients.organisationId })
    .from(patients)
    .where(and(inArray(patients.id, patientIds), isNotNull(patients.email)))
  const rows = reached.map(({ id, organisationId }) => {
    const row = blank(deps, organisationId, 'new-address')
    return { ...row, patientId: id, batch: `${id} ${row.kind} ${row.createdAt}` }
  })
  if (rows.length > 0) await tx.insert(messages).values(rows).onConflictDoNothing()
}

/**
 * The same for a number that text messages went to: the link goes to the one of today, or by mail where that takes no
 * text messages.
 */
export async function enqueueNewNumber(
  tx: Tx,
  deps: Makes & Pick<Deps, 'seal'>,
  patientIds: readonly string[],
): Promise<void> {
  if (patientIds.length === 0) return
  const moved = await tx.select().from(patients).where(inArray(patients.id, patientIds))
  const rows = moved.flatMap((patient) => {
    const channel = textNumber(deps.seal, patient) ? 'sms' : 'mail'
    if (channel === 'mail' && !patient.email) return []
    const row = { ...blank(deps, patient.organisationId, 'new-address'), channel }
    return [{ ...row, patientId: patient.id, batch: `${patient.id} ${row.kind} sms ${row.createdAt}` }]
  })
  if (rows.length > 0) await tx.insert(messages).values(rows).onConflictDoNothing()
}

/** Something was agreed and can be read after signing in; the mail does not say what. At most one a day. */
export const enqueueAgreementNotice = (tx: Tx, deps: Makes, patientId: string): Promise<boolean> =>
  enqueueForPatient(tx, deps, { patientId }, 'agreement', deps.now().toISOString().slice(0, 10))

/**
 * The patient answered a mail or a text message: nobody reads that, and this says so by the same way, and where to go.
 * At most once a day.
 */
export const enqueueElsewhere = (
  tx: Tx,
  deps: Makes,
  patientId: string,
  channel: Channel = 'mail',
  proxyId: string | null = null,
): Promise<boolean> => {
  const span = `${channel === 'mail' ? '' : `${channel} `}${deps.now().toISOString().slice(0, 10)}`
  return enqueueForPatient(tx, deps, { patientId, proxyId }, 'elsewhere', span, () => channel)
}

async function enqueueForPatient(
  tx: Tx,
  deps: Makes,
  { patientId, proxyId = null }: { patientId: string; proxyId?: string | null },
  kind: MessageKind,
  span: string,
  channelTo: (patient: Patient) => Channel | null = () => 'mail',
): Promise<boolean> {
  const [patient] = await tx.select().from(patients).where(eq(patients.id, patientId))
  if (!patient) return false
  const made = await tx
    .insert(messages)
    .values({
      ...blank(deps, patient.organisationId, kind),
      channel: channelTo(patient) ?? 'mail',
      patientId,
      proxyId,
      batch: `${proxyId ?? patientId} ${kind} ${span}`,
    })
    .onConflictDoNothing()
    .returning({ id: messages.id })
  return made.length > 0
}

import type { ChannelledWish } from '../../core/mail/coming-mail.ts'
import type { Tx } from '../db/database.ts'
import { rowWriter } from '../db/row-writer.ts'
import { messageAssessments, messages } from '../db/schema/messages.ts'
import type { Deps } from '../deps.ts'
import type { Organisation } from '../outbox/facts.ts'
import type { Channel } from '../patients/texting.ts'
import type { Candidate } from './candidates.ts'
import type { Drawn } from './draw-arm.ts'
import { judgeMails } from './judge-mails.ts'

export type Due = Pick<
  Candidate,
  'id' | 'opensAt' | 'dueAt' | 'closesAt' | 'teamId' | 'outcomeSet' | 'setVersionId' | 'moment' | 'language'
> &
  ChannelledWish & { gapDays: number | null }
/** All that is due for one patient by one channel; `proxyId`: at the own address of who answers for them. */
export type PatientMail = {
  patientId: string
  proxyId: string | null
  organisation: Organisation
  channel: Channel
  due: Due[]
}

type NewMessage = typeof messages.$inferInsert
type NewAbout = typeof messageAssessments.$inferInsert

/** Writes one mail per patient, and what it makes superfluous; gives how many. The day's batch key makes it harmless twice. */
export async function writeMails(
  { db, newId }: Pick<Deps, 'db' | 'newId'>,
  mails: readonly PatientMail[],
  now: string,
  draw: (mail: PatientMail) => Drawn | null = () => null,
): Promise<number> {
  if (mails.length === 0) return 0
  const wanted = (await judgeMails(db, mails, now)).flatMap(({ mail, due, batch, early }) =>
    due.length > 0 ? [{ mail: { ...mail, due: [...due] }, batch, early }] : [],
  )
  if (wanted.length === 0) return 0
  const rows = wanted.map(({ mail, batch, early }) => ({
    ...newMessage(newId('msg'), mail, batch, now),
    early,
    ...(draw(mail) ?? { arm: null }),
  }))
  const about = wanted.flatMap(({ mail }, place) => aboutOf(newId, rows[place]?.id ?? '', mail.due))
  const passed = wanted.flatMap(({ mail, batch }) => passedOver(newId, mail, `${batch} passed`, now))

  return db.transaction(async (tx) => {
    const mine = await insertMessages(tx, rows)
    await insertAbout(
      tx,
      about.filter(({ messageId }) => mine.has(messageId)),
    )
    await insertPassed(tx, passed)
    return mine.size
  })
}

function newMessage(
  id: string,
  { patientId, proxyId, organisation, channel, due }: PatientMail,
  batch: string,
  now: string,
) {
  const kind = due.some(({ wish }) => wish.kind === 'invitation') ? 'invitation' : 'reminder'
  const row = { id, organisationId: organisation.id, patientId, proxyId, kind, channel, batch }
  return { ...row, dueAt: now, createdAt: now, attempts: 0, arm: null } satisfies NewMessage
}

const aboutOf = (newId: Deps['newId'], messageId: string, due: readonly Due[]): NewAbout[] =>
  due.map(({ id: assessmentId, wish: { kind, ordinal } }) => ({
    id: newId('mas'),
    messageId,
    assessmentId,
    kind,
    ordinal,
  }))

type Passed = { message: NewMessage; about: NewAbout[] }

/** Reminders that were missed and are now covered by a newer one: written down as not sent, with the reason. */
function passedOver(newId: Deps['newId'], mail: PatientMail, batch: string, now: string): Passed[] {
  const late = mail.due.filter(({ wish }) => wish.passed > 0)
  if (late.length === 0) return []
  const message = { ...newMessage(newId('msg'), { ...mail, due: late }, batch, now), suppressedAt: now }
  const about = late.flatMap(({ id: assessmentId, wish: { kind, ordinal, passed } }) =>
    Array.from({ length: passed }, (_, place) => ({
      id: newId('mas'),
      messageId: message.id,
      assessmentId,
      kind,
      ordinal: ordinal - passed + place,
    })),
  )
  return [{ message: { ...message, why: 'newer-reminder' }, about }]
}

async function insertPassed(tx: Tx, passed: readonly Passed[]) {
  const mine = await insertMessages(
    tx,
    passed.map(({ message }) => message),
  )
  await insertAbout(
    tx,
    passed.flatMap(({ about }) => about).filter(({ messageId }) => mine.has(messageId)),
  )
}

/** Gives the ids of those that were not there yet. */
async function insertMessages(tx: Tx, rows: readonly NewMessage[]): Promise<ReadonlySet<string>> {
  const written = await writeMessages(tx, rows)
  return new Set(written.flat().map(({ id }) => id))
}

const writeMessages = rowWriter(messages, (insert, size) =>
  insert.onConflictDoNothing().returning({ id: messages.id }).prepare(`mails_${size}`),
)

const insertAbout = rowWriter(messageAssessments, (insert, size) =>
  insert.onConflictDoNothing().prepare(`mails_about_${size}`),
)

import { sql } from 'drizzle-orm'
import { index, integer, table, text, uniqueIndex } from '../columns.ts'
import { assessments } from './care.ts'
import { organisations } from './organisations.ts'
import { patientProxies, patients } from './patients.ts'
import { staff } from './staff.ts'

/** The outbox: one row is one mail to one person. What was sent can be read afterwards; why it was not, too. */
export const messages = table(
  'messages',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    patientId: text().references(() => patients.id, { onDelete: 'cascade' }), // null for mail to staff
    proxyId: text().references(() => patientProxies.id, { onDelete: 'cascade' }), // goes to the own address of who answers for the patient; null for the patient's
    kind: text().notNull(), // 'invitation' | 'reminder' | 'agreement' | 'staff-link' | 'test' …
    channel: text().notNull().default('mail'), // 'mail' | 'sms' | 'letter'
    batch: text().notNull(), // one mail per person, kind and day: patient, kind and local date
    address: text(), // sealed; only where it is not the patient's own
    content: text(), // sealed JSON; only where the mail is not made from assessments
    dueAt: text().notNull(), // instant: not before
    attempts: integer().notNull(),
    leaseUntil: text(), // a sender has it in hand until then
    sentAt: text(),
    deliveredAt: text(), // of a text message: the gateway says that it reached the telephone
    numberKey: text(), // of a text message that went: keyed hash of the number, to know whose answer comes back
    suppressedAt: text(), // decided at send time that it must not go
    failedAt: text(), // given up
    why: text(), // code of the suppression or failure
    early: text(), // why it went before the days between two mails were over: 'due' | 'closes'
    arm: text(), // of an experiment: '<id of the experiment> a' or '… b'
    createdAt: text().notNull(),
  },
  (t) => [
    uniqueIndex('messages_batch').on(t.organisationId, t.batch),
    // Only what waits: asking for work stays cheap, however much was sent or suppressed.
    index('messages_waiting')
      .on(t.channel, t.dueAt)
      .where(sql`${t.sentAt} is null and ${t.suppressedAt} is null and ${t.failedAt} is null`),
    index('messages_recent').on(t.sentAt),
    index('messages_suppressed').on(t.suppressedAt).where(sql`${t.suppressedAt} is not null`),
    index('messages_failed').on(t.failedAt).where(sql`${t.failedAt} is not null`),
    index('messages_patient').on(t.patientId, t.createdAt),
    index('messages_proxy').on(t.proxyId).where(sql`${t.proxyId} is not null`),
    index('messages_number').on(t.numberKey, t.sentAt).where(sql`${t.numberKey} is not null`),
    index('messages_arm').on(t.arm).where(sql`${t.arm} is not null`),
  ],
)

/** Which assessments a mail is about: an assessment gets each kind and ordinal at most once. */
export const messageAssessments = table(
  'message_assessments',
  {
    id: text().primaryKey(),
    messageId: text()
      .notNull()
      .references(() => messages.id, { onDelete: 'cascade' }),
    assessmentId: text()
      .notNull()
      .references(() => assessments.id, { onDelete: 'cascade' }),
    kind: text().notNull(),
    ordinal: integer().notNull(),
  },
  (t) => [
    uniqueIndex('message_assessments_once').on(t.assessmentId, t.kind, t.ordinal),
    index('message_assessments_message').on(t.messageId),
  ],
)

/** A link in a mail. The token is derived (HMAC of id and nonce), never stored: only its hash. */
export const links = table(
  'links',
  {
    id: text().primaryKey(),
    kind: text().notNull(), // 'answer' | 'opt-out'
    patientId: text()
      .notNull()
      .references(() => patients.id, { onDelete: 'cascade' }),
    messageId: text()
      .notNull()
      .references(() => messages.id, { onDelete: 'cascade' }),
    nonce: text().notNull(),
    tokenHash: text().notNull().unique(),
    codeKey: text().unique(), // keyed hash of the short code that is typed from a letter; derived like the token
    createdAt: text().notNull(),
    diesAt: text().notNull(),
    revokedAt: text(),
    openedAt: text(), // first opened by a person: pressed, not only looked at, as mail scanners do
    failedChecks: integer().notNull(), // wrong birth dates
  },
  (t) => [uniqueIndex('links_message').on(t.messageId, t.kind), index('links_patient').on(t.patientId)],
)

/** A browser in which a patient's link was opened, or in which a patient signed in. */
export const patientSessions = table(
  'patient_sessions',
  {
    id: text().primaryKey(), // hash of the cookie
    patientId: text()
      .notNull()
      .references(() => patients.id, { onDelete: 'cascade' }),
    linkId: text().references(() => links.id, { onDelete: 'cascade' }), // null when signed in, and on a tablet
    level: text(), // level of assurance when signed in
    confirmedAt: text(), // birth date was right, or none was asked
    respondent: text().notNull(), // 'patient' | 'proxy' | 'together'
    createdAt: text().notNull(),
    lastSeenAt: text().notNull(),
    endedAt: text(),
    handedBy: text().references(() => staff.id), // a tablet in the clinic: who of staff handed it to this patient
  },
  (t) => [index('patient_sessions_link').on(t.linkId)],
)

/** Mail about an outcome set that somebody holds back; what was paused stays readable. */
export const setPauses = table(
  'set_pauses',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    outcomeSet: text().notNull(),
    reason: text().notNull(),
    pausedAt: text().notNull(),
    pausedBy: text()
      .notNull()
      .references(() => staff.id),
    resumedAt: text(),
    resumedBy: text().references(() => staff.id),
  },
  (t) => [
    uniqueIndex('set_pauses_open').on(t.organisationId, t.outcomeSet).where(sql`${t.resumedAt} is null`),
  ],
)

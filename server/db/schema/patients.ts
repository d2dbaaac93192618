import { sql } from 'drizzle-orm'
import type { EventCount } from '../../../core/feeds/event-count.ts'
import type { FeedRules } from '../../../core/feeds/feed-rules.ts'
import { flag, index, integer, json, table, text, uniqueIndex } from '../columns.ts'
import { organisations, teams } from './organisations.ts'
import { staff } from './staff.ts'

export const patients = table(
  'patients',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    givenName: text().notNull(),
    familyName: text().notNull(), // with its prefix: 'van der Ploeg'
    searchName: text().notNull(), // folded by core/words/fold.ts, the same in both databases
    sex: text().notNull(), // 'female' | 'male' | 'other' | 'unknown'
    birthDate: text().notNull(), // ISO date
    language: text().notNull(),
    email: text(), // sealed (server/db/seal.ts)
    emailKey: text(), // keyed hash of the address: finds shared addresses without reading them
    emailDeadAt: text(), // instant of the bounce; no mail goes there any more
    phone: text(), // sealed
    phoneDeadAt: text(), // instant at which a text message was refused for good; none goes there any more
    textsStoppedAt: text(), // instant at which STOP came back from this number: no text message goes there
    prefersTexts: flag().notNull().default(false), // rather gets text messages than mail
    contactToldAt: text(), // instant: as old is what is known of mail and phone; null where nobody said
    optedOutAt: text(), // instant; no invitations at all
    mailOff: json().$type<string[]>().notNull().default([]), // kinds of mail they do without (core/mail/mail-topics.ts)
    ownAskedAt: text(), // instant at which they were old enough to have an address of their own, and nobody had said whose this is
    deceasedOn: text(), // ISO date
    createdAt: text().notNull(),
  },
  (t) => [
    index('patients_name').on(t.organisationId, t.searchName),
    index('patients_email').on(t.organisationId, t.emailKey),
    index('patients_born').on(t.birthDate),
  ],
)

/** Who a patient is to others: (assigning authority, number). */
export const patientNumbers = table(
  'patient_numbers',
  {
    id: text().primaryKey(),
    patientId: text()
      .notNull()
      .references(() => patients.id, { onDelete: 'cascade' }),
    authority: text().notNull(),
    number: text().notNull(),
  },
  (t) => [
    uniqueIndex('patient_numbers_once').on(t.authority, t.number),
    index('patient_numbers_patient').on(t.patientId),
  ],
)

/**
 * As whom a patient signs in: a subject of an identity provider. One person may be a patient of several organisations,
 * each with its own record; within one organisation a subject is one patient.
 */
export const patientIdentities = table(
  'patient_identities',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    patientId: text()
      .notNull()
      .references(() => patients.id, { onDelete: 'cascade' }),
    issuer: text().notNull(),
    subjectKey: text().notNull(), // keyed hash: a subject may be a national number
    linkedAt: text().notNull(),
    linkedBy: text().notNull(), // id of a member of staff or a system
  },
  (t) => [
    uniqueIndex('patient_identities_once').on(t.issuer, t.subjectKey, t.organisationId),
    uniqueIndex('patient_identities_patient').on(t.patientId, t.issuer),
  ],
)

/**
 * The citizen service number of a patient, where the organisation has a key for it (BSN_KEY): sealed, found again by a
 * keyed hash, and never read otherwise.
 */
export const patientBsns = table(
  'patient_bsns',
  {
    patientId: text()
      .primaryKey()
      .references(() => patients.id, { onDelete: 'cascade' }),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    sealed: text(), // server/patients/bsn-keeper.ts; null where only a wrong one was told
    finder: text(), // keyed hash: finds the same number without reading it
    keyId: text(), // which key sealed it
    toldAt: text(), // instant: as old is what is known
    wrongAt: text(), // instant since which the source sends what is no number
    verifiedAt: text(), // instant; null where nobody has verified it
    verifiedBy: text().references(() => staff.id), // null where the source verifies, by a rule of the feed
    verifiedReason: text(), // how, in their words; of a source: 'hl7' | 'fhir' | 'api' | 'csv'
  },
  (t) => [index('patient_bsns_finder').on(t.organisationId, t.finder)],
)

/** What a patient asks about their own data, or how they are reached, in their own words; a person answers. */
export const patientRequests = table(
  'patient_requests',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    patientId: text()
      .notNull()
      .references(() => patients.id, { onDelete: 'cascade' }),
    kind: text().notNull(), // code of core/patients/patient-request.ts
    text: text().notNull(),
    madeAt: text().notNull(), // instant
    answeredAt: text(),
    answeredBy: text().references(() => staff.id),
    answer: text(), // the patient reads it
  },
  (t) => [
    index('patient_requests_open').on(t.organisationId, t.madeAt).where(sql`${t.answeredAt} is null`),
    index('patient_requests_patient').on(t.patientId, t.madeAt),
  ],
)

/** That a patient does not want their data used for a purpose other than their own care: from when, until when. */
export const patientObjections = table(
  'patient_objections',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    patientId: text()
      .notNull()
      .references(() => patients.id, { onDelete: 'cascade' }),
    purpose: text().notNull().default('learning'), // code of core/patients/objections.ts
    madeAt: text().notNull(), // instant
    endedAt: text(), // instant; null while it holds
  },
  (t) => [
    uniqueIndex('patient_objections_once').on(t.patientId, t.purpose).where(sql`${t.endedAt} is null`),
    index('patient_objections_patient').on(t.patientId, t.madeAt),
    index('patient_objections_organisation').on(t.organisationId),
  ],
)

/** That a patient agrees to research with their data: without a row nobody may, and it ends when they say so. */
export const patientConsents = table(
  'patient_consents',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    patientId: text()
      .notNull()
      .references(() => patients.id, { onDelete: 'cascade' }),
    givenAt: text().notNull(), // instant
    endedAt: text(), // instant; null while it holds
  },
  (t) => [uniqueIndex('patient_consents_once').on(t.patientId).where(sql`${t.endedAt} is null`)],
)

/** Who answers for a patient, or beside them, and until which day. */
export const patientProxies = table(
  'patient_proxies',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    patientId: text()
      .notNull()
      .references(() => patients.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    relation: text().notNull(), // code of core/patients/proxy.ts
    untilOn: text().notNull(), // ISO date: the last day, local
    readsMail: flag().notNull(), // the patient's mail address is theirs
    email: text(), // their own, sealed as the patient's is; null where they have none
    emailKey: text(), // keyed hash of it: finds the other patients for whom they answer
    emailDeadAt: text(), // instant of the bounce; no mail goes there any more
    mailOffAt: text(), // instant at which they wanted no more mail; the patient's mail goes on
    setAt: text().notNull(), // instant
    setBy: text().notNull(), // id of the patient or of a member of staff
    endedAt: text(), // instant; null while it holds
  },
  (t) => [
    uniqueIndex('patient_proxies_once').on(t.patientId).where(sql`${t.endedAt} is null`),
    index('patient_proxies_due').on(t.untilOn).where(sql`${t.endedAt} is null`),
    index('patient_proxies_email').on(t.organisationId, t.emailKey).where(sql`${t.endedAt} is null`),
  ],
)

/** What a feed said and the program did not dare to do: set aside for a human, nothing is sent. */
export const quarantine = table(
  'quarantine',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    source: text().notNull(), // 'csv' | 'api'
    reason: text().notNull(), // code: 'name-differs' | 'birth-date-differs' | … ; 'nobody-yet' is for nobody to decide
    message: json().$type<Record<string, unknown>>().notNull(), // what was received
    patientId: text().references(() => patients.id), // whom it clashed with
    receivedAt: text().notNull(),
    resolvedAt: text(),
    resolution: text(), // 'accepted' | 'rejected'
    resolvedBy: text().references(() => staff.id),
  },
  (t) => [index('quarantine_open').on(t.organisationId, t.resolvedAt)],
)

/** How an organisation reads its planning system: matching rules and whose numbers are its own, as one document. */
export const feedRules = table('feed_rules', {
  organisationId: text()
    .primaryKey()
    .references(() => organisations.id),
  content: json().$type<FeedRules>().notNull(),
  version: integer().notNull(), // counts up: two who edit at once do not undo each other
  changedAt: text().notNull(),
  changedBy: text()
    .notNull()
    .references(() => staff.id),
})

/**
 * What groups are cut by and was changed in the file: figures of months that were over then count people as they stood in
 * it, so that nobody is seen going from one group to another.
 */
export const formerTraits = table(
  'former_traits',
  {
    id: text().primaryKey(),
    patientId: text()
      .notNull()
      .references(() => patients.id, { onDelete: 'cascade' }),
    kind: text().notNull(), // 'birth-date' | 'language' | 'mail'
    value: text().notNull(), // as on the patient; of mail 'with' or 'without' an address that works
    changedAt: text().notNull(),
  },
  (t) => [index('former_traits_patient').on(t.patientId, t.changedAt)],
)

/** What came from a feed on one day, so that silence and refusals are seen. No patient in it. */
export const feedDays = table(
  'feed_days',
  {
    id: text().primaryKey(), // of organisation, source and day
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    source: text().notNull(), // 'api' | 'fhir' | 'hl7'
    day: text().notNull(), // ISO date, local
    taken: integer().notNull(), // messages
    refused: integer().notNull(),
    lastAt: text().notNull(), // instant
    lastFault: text(), // of the last refusal: its code, never what was sent
  },
  (t) => [index('feed_days_source').on(t.organisationId, t.source, t.day)],
)

/** A subscription by which a system tells of changes (FHIR), so that silence and gaps are seen. No patient in it. */
export const feedSubscriptions = table(
  'feed_subscriptions',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    senderId: text().notNull().default(''), // the key with which its server signs in: two servers may both say Subscription/1
    reference: text().notNull(), // as its server refers to it
    state: text().notNull(), // what its server last said of it: 'requested' | 'active' | 'error' | 'off' | 'entered-in-error'
    count: json().$type<EventCount>(), // which of its events came; null until it named a number
    heardAt: text().notNull(), // instant of its last sign of life
  },
  (t) => [uniqueIndex('feed_subscriptions_reference').on(t.organisationId, t.senderId, t.reference)],
)

/** An upload of appointments or of patients, so that its progress and outcome can be seen from any process. */
export const imports = table(
  'imports',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    teamId: text().references(() => teams.id),
    kind: text().notNull().default('appointments'), // 'appointments' | 'patients'
    fileName: text().notNull(),
    contentHash: text().notNull(),
    state: text().notNull(), // 'checked' | 'running' | 'done' | 'failed'
    progress: json().$type<{ done: number; of: number; at: string }>().notNull(), // of: 0 while it is being checked
    report: json().$type<Record<string, unknown>>(),
    dryRun: flag().notNull(),
    startedBy: text().notNull(),
    startedAt: text().notNull(),
    finishedAt: text(),
  },
  (t) => [index('imports_organisation').on(t.organisationId, t.startedAt)],
)

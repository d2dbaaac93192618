import { sql } from 'drizzle-orm'
import type { Subject } from '../../../core/meetings/meeting-topics.ts'
import { flag, index, integer, json, table, text, uniqueIndex } from '../columns.ts'
import { enrolments } from './care.ts'
import { organisations, teams } from './organisations.ts'
import { agreements } from './outcomes.ts'
import { patients } from './patients.ts'
import { staff } from './staff.ts'

/** A meeting of a team; of kind 'mdo' it is about named patients, of any other about figures. */
export const meetings = table(
  'meetings',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    teamId: text()
      .notNull()
      .references(() => teams.id),
    kind: text().notNull(), // core/meetings/meeting-topics.ts
    series: text().notNull(), // id of the first of those that follow each other
    title: text().notNull(),
    startsAt: text().notNull(), // instant, UTC
    minutes: integer().notNull(), // how long it is planned to take
    everyWeeks: integer().notNull(), // 0 where none follows
    chairId: text()
      .notNull()
      .references(() => staff.id),
    createdBy: text()
      .notNull()
      .references(() => staff.id),
    createdAt: text().notNull(),
    closedAt: text(), // the chair has ended it
  },
  (t) => [
    uniqueIndex('meetings_series').on(t.series, t.startsAt),
    index('meetings_team').on(t.teamId, t.startsAt),
  ],
)

/** Who belongs to a meeting: they see its patients by name, from listing until the chair has confirmed the decision. */
export const meetingMembers = table(
  'meeting_members',
  {
    id: text().primaryKey(),
    meetingId: text()
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    present: flag(), // null until it was recorded
    part: text().notNull().default('member'), // core/meetings/meeting-topics.ts
    comesFrom: text(), // of a guest: the organisation, as the chair called it
  },
  (t) => [
    uniqueIndex('meeting_members_once').on(t.meetingId, t.staffId),
    index('meeting_members_staff').on(t.staffId),
  ],
)

/** A patient or another subject on the list of a meeting, and what was decided. Once confirmed it never changes. */
export const agendaItems = table(
  'agenda_items',
  {
    id: text().primaryKey(),
    meetingId: text()
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    topic: text().notNull(), // what a list holds once: 'patient:' and the care path, 'indicator:pain', 'actions'
    subject: json().$type<Subject>(), // as it stood when it was listed; null of a patient of an MDO
    enrolmentId: text().references(() => enrolments.id, { onDelete: 'cascade' }), // of a patient or a case
    patientId: text().references(() => patients.id, { onDelete: 'cascade' }),
    place: integer().notNull(), // order on the list
    situation: text(),
    question: text().notNull(), // to the team
    listedBy: text()
      .notNull()
      .references(() => staff.id),
    listedAt: text().notNull(),
    version: integer().notNull(), // of what is written: a save must name the version it saw
    decision: text(),
    reason: text(),
    patientPart: text(), // code of core/meetings/meeting.ts: how the patient took part in it
    sentence: text(), // what the patient reads of it, if the chair chooses so
    agreementId: text().references(() => agreements.id, { onDelete: 'set null' }), // … once it was shared
    confirmedAt: text(),
    confirmedBy: text().references(() => staff.id), // the chair
    postponedTo: text(), // id of the meeting that talks about it instead
  },
  (t) => [
    uniqueIndex('agenda_items_topic').on(t.meetingId, t.topic),
    index('agenda_items_enrolment').on(t.enrolmentId),
    index('agenda_items_patient').on(t.patientId),
  ],
)

/** What somebody does because of a decision, before a date. */
export const actions = table(
  'actions',
  {
    id: text().primaryKey(),
    agendaItemId: text()
      .notNull()
      .references(() => agendaItems.id, { onDelete: 'cascade' }),
    what: text().notNull(),
    ownerId: text()
      .notNull()
      .references(() => staff.id),
    dueOn: text().notNull(), // ISO date
    createdBy: text()
      .notNull()
      .references(() => staff.id),
    createdAt: text().notNull(),
    doneAt: text(),
  },
  (t) => [index('actions_item').on(t.agendaItemId), index('actions_owner').on(t.ownerId, t.doneAt)],
)

/** A patient's course that the team is to look at again: a complication, or something to learn from. */
export const reviewCases = table(
  'review_cases',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    teamId: text()
      .notNull()
      .references(() => teams.id),
    enrolmentId: text()
      .notNull()
      .references(() => enrolments.id, { onDelete: 'cascade' }),
    patientId: text()
      .notNull()
      .references(() => patients.id, { onDelete: 'cascade' }),
    kind: text().notNull(), // core/meetings/meeting-topics.ts
    what: text().notNull(), // without a name: who does not care for the patient reads it, too
    flaggedBy: text()
      .notNull()
      .references(() => staff.id),
    flaggedAt: text().notNull(),
    closedAt: text(), // a meeting decided about it, or it was taken back
  },
  (t) => [
    index('review_cases_open').on(t.teamId, t.flaggedAt).where(sql`${t.closedAt} is null`),
    index('review_cases_enrolment').on(t.enrolmentId),
    index('review_cases_patient').on(t.patientId),
  ],
)

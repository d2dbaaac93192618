import { sql } from 'drizzle-orm'
import type { ContactLine } from '../../../core/patients/contacts.ts'
import { index, json, real, table, text, uniqueIndex } from '../columns.ts'
import { definitionVersions, organisations, teams } from './organisations.ts'
import { patients } from './patients.ts'
import { staff } from './staff.ts'

/** A patient on a care path. */
export const enrolments = table(
  'enrolments',
  {
    id: text().primaryKey(),
    patientId: text()
      .notNull()
      .references(() => patients.id, { onDelete: 'cascade' }),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    teamId: text()
      .notNull()
      .references(() => teams.id),
    outcomeSet: text().notNull(),
    setVersionId: text()
      .notNull()
      .references(() => definitionVersions.id),
    side: text().notNull(), // 'left' | 'right' | 'both' | '' where the patient group has none
    treatmentOption: text(), // null until chosen
    treatmentChosenOn: text(),
    leadClinicianId: text().references(() => staff.id), // regiebehandelaar
    startedOn: text().notNull(), // ISO date
    endedOn: text(),
    contacts: json().$type<ContactLine[]>().notNull().default([]), // this patient's own, before those of the team
    mailOffAt: text(), // instant: the patient wants no mail about this care path; null where they do
    movedAt: text(), // instant of the last move to a newer version of the set; null where it began with this one
    endReason: text(), // 'finished' | 'withdrawn' | 'deceased' | 'loss' | 'palliative' | 'moved'
    createdAt: text().notNull(),
  },
  (t) => [
    uniqueIndex('enrolments_open').on(t.patientId, t.outcomeSet, t.side).where(sql`${t.endedOn} is null`),
    index('enrolments_team').on(t.teamId, t.startedOn),
    index('enrolments_patient').on(t.patientId),
  ],
)

/** What an enrolment's treatment or lead clinician was before it changed: a measurement belongs to those of its own day. */
export const formerChoices = table(
  'former_choices',
  {
    id: text().primaryKey(),
    enrolmentId: text()
      .notNull()
      .references(() => enrolments.id, { onDelete: 'cascade' }),
    teamId: text()
      .notNull()
      .references(() => teams.id),
    kind: text().notNull(), // 'treatment' | 'lead'
    value: text(), // null where there was none
    from: text('from_date'), // ISO date; null from the beginning
    until: text('until_date').notNull(), // ISO date: the first day on which it no longer was so
    changedAt: text().notNull(),
  },
  (t) => [index('former_choices_team').on(t.teamId), index('former_choices_enrolment').on(t.enrolmentId)],
)

/** The patient entered a stage of the care path: a dated fact with its source. */
export const stageEntries = table(
  'stage_entries',
  {
    id: text().primaryKey(),
    enrolmentId: text()
      .notNull()
      .references(() => enrolments.id, { onDelete: 'cascade' }),
    stage: text().notNull(),
    enteredOn: text().notNull(), // ISO date
    source: text().notNull(), // 'appointment' | 'event' | 'staff'
    appointmentId: text(), // of the appointment or the care event that it stands on
    recordedBy: text().notNull(),
    recordedAt: text().notNull(),
    withdrawnAt: text(), // a mistake, or its appointment was cancelled
    withdrawnBy: text().references(() => staff.id), // who called it a mistake: the feed does not enter it again
  },
  (t) => [
    index('stage_entries_enrolment').on(t.enrolmentId, t.enteredOn),
    uniqueIndex('stage_entries_appointment').on(t.enrolmentId, t.appointmentId),
  ],
)

/**
 * What happened to a patient besides appointments, as a feed or a person told it, and what it means for one outcome set.
 * What follows (a stage, a measure, an end) is derived from these rows, so that no order of arrival matters.
 */
export const careEvents = table(
  'care_events',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    number: text().notNull(), // the sender's own number of it
    personKey: text().notNull(), // keyed hash of the patient's number: told before the patient is known here
    patientId: text().references(() => patients.id, { onDelete: 'cascade' }),
    outcomeSet: text().notNull(),
    meaning: text().notNull(), // 'event:<id>', 'measure:<id>', or 'turn:<to>' where the set has no such event
    stage: text(), // what it meant when it was told
    turn: text(), // 'loss' | 'palliative'
    goesOn: json().$type<string[]>().notNull(), // moments that are asked after a turn
    value: real(), // of a measure
    side: text(), // null where nobody said
    happenedOn: text().notNull(), // ISO date
    changedAt: text().notNull(), // instant: an older message never overwrites a newer one
    withdrawnAt: text(), // it did not happen, or was a mistake
    withdrawnBy: text().references(() => staff.id), // who called it a mistake: the feed does not say it again
    source: text().notNull(), // 'fhir' | 'hl7' | 'api' | 'csv' | 'staff'
    recordedBy: text().notNull(),
    recordedAt: text().notNull(), // instant: when it was written down, or became this patient's
  },
  (t) => [
    uniqueIndex('care_events_once').on(t.organisationId, t.number, t.outcomeSet, t.meaning),
    index('care_events_patient').on(t.patientId),
    index('care_events_person').on(t.personKey).where(sql`${t.patientId} is null`),
  ],
)

export const appointments = table(
  'appointments',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    number: text().notNull(), // the sender's own number of the appointment
    patientId: text()
      .notNull()
      .references(() => patients.id, { onDelete: 'cascade' }),
    teamId: text()
      .notNull()
      .references(() => teams.id),
    enrolmentId: text().references(() => enrolments.id, { onDelete: 'set null' }),
    clinicianId: text().references(() => staff.id),
    clinicianName: text(), // as the sender wrote it
    kind: text().notNull(), // as the outcome set's stage rules name it: 'intake', 'surgery', 'control' …
    location: text(),
    way: text(), // 'visit' | 'phone' | 'video'; null where the sender does not say
    preparation: text(), // what this patient does before it, as the sender wrote it
    startsAt: text().notNull(), // instant, UTC
    status: text().notNull(), // 'booked' | 'cancelled' | 'no-show'
    source: text().notNull(), // 'csv' | 'api' | 'staff'
    changedAt: text().notNull(),
  },
  (t) => [
    uniqueIndex('appointments_number').on(t.organisationId, t.number),
    index('appointments_clinic').on(t.teamId, t.startsAt),
    index('appointments_enrolment').on(t.enrolmentId, t.startsAt),
    index('appointments_patient').on(t.patientId),
  ],
)

/** One measurement moment of one enrolment with its window. Its status is derived (core/schedule/assessment-status.ts). */
export const assessments = table(
  'assessments',
  {
    id: text().primaryKey(),
    enrolmentId: text()
      .notNull()
      .references(() => enrolments.id, { onDelete: 'cascade' }),
    patientId: text()
      .notNull()
      .references(() => patients.id, { onDelete: 'cascade' }),
    teamId: text()
      .notNull()
      .references(() => teams.id),
    setVersionId: text()
      .notNull()
      .references(() => definitionVersions.id),
    moment: text().notNull(),
    anchor: text().notNull(), // what it hangs on: 'enrolment', 'stage:<stage>', 'appointment:<id>' …
    appointmentId: text().references(() => appointments.id, { onDelete: 'set null' }), // the consult it is for, if any
    opensAt: text().notNull(), // instants, UTC
    dueAt: text().notNull(),
    closesAt: text().notNull(),
    linkDeadAt: text().notNull(),
    why: json().$type<string[]>().notNull(), // reasons in codes, for "why was this planned"
    manual: json().$type<{ by: string; at: string; reason: string }>(), // set by hand: recalculation leaves it alone
    withdrawnAt: text(),
    withdrawnWhy: text(), // code
    declinedAt: text(), // the patient would rather not answer; taken back by answering after all
    declinedWhy: text(), // code of core/mail/decline.ts, where they gave a reason
    createdAt: text().notNull(),
  },
  (t) => [
    uniqueIndex('assessments_once').on(t.enrolmentId, t.moment, t.anchor),
    index('assessments_patient').on(t.patientId, t.opensAt),
    index('assessments_team').on(t.teamId, t.opensAt),
    // First what has not closed: that stays small, while what has opened only grows.
    index('assessments_open').on(t.closesAt, t.opensAt),
    index('assessments_appointment').on(t.appointmentId),
  ],
)

/** A clinical measure's value: reported by a clinician, a register or the administration. */
export const measureValues = table(
  'measure_values',
  {
    id: text().primaryKey(),
    enrolmentId: text()
      .notNull()
      .references(() => enrolments.id, { onDelete: 'cascade' }),
    measure: text().notNull(),
    value: real().notNull(), // an event is 1 (happened) or 0 (did not)
    measuredOn: text().notNull(), // ISO date
    source: text().notNull(), // 'staff' | 'csv' | 'event'
    recordedBy: text().notNull(),
    recordedAt: text().notNull(),
    replacedAt: text(), // corrected by a newer row
  },
  (t) => [
    index('measure_values_enrolment').on(t.enrolmentId, t.measure, t.measuredOn),
    // one value counts: whoever corrects must have seen it
    uniqueIndex('measure_values_current').on(t.enrolmentId, t.measure).where(sql`${t.replacedAt} is null`),
  ],
)

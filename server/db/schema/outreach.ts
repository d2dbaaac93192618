import { flag, index, integer, table, text } from '../columns.ts'
import { assessments } from './care.ts'
import { teams } from './organisations.ts'
import { patients } from './patients.ts'
import { staff } from './staff.ts'

/** How a team reaches who does not answer its mail; without a row, core/mail/outreach.ts says what is usual. */
export const outreachRules = table('outreach_rules', {
  teamId: text()
    .primaryKey()
    .references(() => teams.id),
  callDaysBefore: integer(), // days before the visit; null: nobody is called before a visit
  letters: flag().notNull(), // a letter for who cannot be mailed
  fallbackDays: integer(), // days after the invitation without a start; null: no other channel
  fallbackTo: text().notNull(), // channels in their order, with spaces between: 'sms letter call'
  texts: flag().notNull().default(true), // a text message for who prefers that, or cannot be mailed
  mailGapDays: integer(), // at least so many days between two mails to one person; null: one a day
  costOfCall: integer(), // cents, as the team reckons; null: not known
  costOfLetter: integer(),
  costOfText: integer(),
  changedAt: text().notNull(),
  changedBy: text()
    .notNull()
    .references(() => staff.id),
})

/** Somebody of the team called a patient about questions that were not answered. */
export const calls = table(
  'calls',
  {
    id: text().primaryKey(),
    teamId: text()
      .notNull()
      .references(() => teams.id),
    patientId: text()
      .notNull()
      .references(() => patients.id, { onDelete: 'cascade' }),
    assessmentId: text()
      .notNull()
      .references(() => assessments.id, { onDelete: 'cascade' }),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    outcome: text().notNull(), // core/mail/outreach.ts
    calledAt: text().notNull(),
  },
  (t) => [
    index('calls_team').on(t.teamId, t.calledAt),
    index('calls_patient').on(t.patientId),
    index('calls_assessment').on(t.assessmentId),
  ],
)

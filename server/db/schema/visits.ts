import { index, table, text } from '../columns.ts'
import { appointments, enrolments } from './care.ts'
import { teams } from './organisations.ts'
import { responses } from './outcomes.ts'
import { staff } from './staff.ts'

/**
 * How a visit goes on, as a clinician decided by what the patient answered. The appointment itself stays as the record
 * system says: who plans carries it out there.
 */
export const visitDecisions = table(
  'visit_decisions',
  {
    id: text().primaryKey(),
    appointmentId: text()
      .notNull()
      .unique()
      .references(() => appointments.id, { onDelete: 'cascade' }),
    enrolmentId: text()
      .notNull()
      .references(() => enrolments.id, { onDelete: 'cascade' }),
    teamId: text()
      .notNull()
      .references(() => teams.id),
    responseId: text()
      .notNull()
      .references(() => responses.id, { onDelete: 'cascade' }),
    visitAt: text().notNull(), // instant of the visit when it was decided: moved, it has to be decided anew
    level: text().notNull(), // 'green' | 'yellow' | 'red'; these three as they were (core/consult/triage.ts)
    wish: text(), // 'visit' | 'phone' | 'skip'; null where the patient did not say
    proposal: text().notNull(),
    decision: text().notNull(),
    decidedBy: text()
      .notNull()
      .references(() => staff.id),
    decidedAt: text().notNull(),
    arrangedBy: text().references(() => staff.id), // who changed it in the record system and told the patient
    arrangedAt: text(),
  },
  (t) => [
    index('visit_decisions_team').on(t.teamId, t.visitAt),
    index('visit_decisions_enrolment').on(t.enrolmentId),
  ],
)

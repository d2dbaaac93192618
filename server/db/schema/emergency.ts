import { sql } from 'drizzle-orm'
import { index, integer, table, text, uniqueIndex } from '../columns.ts'
import { organisations } from './organisations.ts'
import { patients } from './patients.ts'
import { staff } from './staff.ts'

/** Somebody without a care relation opened a patient's file, said why, and is asked about it afterwards. */
export const emergencyAccesses = table(
  'emergency_accesses',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    patientId: text()
      .notNull()
      .references(() => patients.id, { onDelete: 'cascade' }),
    reason: text().notNull(),
    day: text().notNull(), // ISO date where the organisation is
    ordinal: integer().notNull(), // which of the day's few this is
    openedAt: text().notNull(), // instant
    endsAt: text().notNull(),
    verdict: text(), // 'right' | 'wrong'; null until somebody else judged
    note: text(),
    reviewedBy: text().references(() => staff.id),
    reviewedAt: text(),
  },
  (t) => [
    uniqueIndex('emergency_accesses_day').on(t.staffId, t.day, t.ordinal),
    index('emergency_accesses_patient').on(t.patientId),
    index('emergency_accesses_to_review')
      .on(t.organisationId, t.openedAt)
      .where(sql`${t.reviewedAt} is null`),
    index('emergency_accesses_reviewed').on(t.organisationId, t.reviewedAt),
  ],
)

import { and, eq, inArray, isNotNull, notExists, sql } from 'drizzle-orm'
import { inChunks } from '../db/chunks.ts'
import type { Tx } from '../db/database.ts'
import { assessments } from '../db/schema/care.ts'
import { responses } from '../db/schema/outcomes.ts'

export type Assessment = typeof assessments.$inferSelect

/** SQLite takes 32,766 values in one statement; a row has 16. */
const ROWS = 1000

/** All assessments of these enrolments, withdrawn ones too, each with whether it was submitted. */
export async function assessmentsOf(
  tx: Tx,
  enrolmentIds: readonly string[],
): Promise<{ assessment: Assessment; submitted: boolean }[]> {
  const rows = await tx
    .select({ assessment: assessments, submittedAt: responses.submittedAt })
    .from(assessments)
    .leftJoin(responses, eq(responses.assessmentId, assessments.id))
    .where(inArray(assessments.enrolmentId, [...enrolmentIds]))
  return rows.map(({ assessment, submittedAt }) => ({ assessment, submitted: submittedAt !== null }))
}

/**
 * Adds assessments and gives those that are there already (same enrolment, moment and anchor) their new dates. One
 * that was submitted in the meantime stays as it was, so a draft that becomes an answer never loses its window.
 */
export async function saveAssessments(tx: Tx, rows: readonly Assessment[]): Promise<void> {
  const submitted = tx
    .select({ id: responses.id })
    .from(responses)
    .where(and(eq(responses.assessmentId, assessments.id), isNotNull(responses.submittedAt)))
  for (const some of inChunks(rows, ROWS))
    await tx
      .insert(assessments)
      .values(some)
      .onConflictDoUpdate({
        target: [assessments.enrolmentId, assessments.moment, assessments.anchor],
        set: {
          appointmentId: sql`excluded.appointment_id`,
          opensAt: sql`excluded.opens_at`,
          dueAt: sql`excluded.due_at`,
          closesAt: sql`excluded.closes_at`,
          linkDeadAt: sql`excluded.link_dead_at`,
          why: sql`excluded.why`,
          manual: sql`excluded.manual`,
          withdrawnAt: sql`excluded.withdrawn_at`,
          withdrawnWhy: sql`excluded.withdrawn_why`,
        },
        setWhere: notExists(submitted),
      })
}

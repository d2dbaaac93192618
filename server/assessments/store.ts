import { and, eq, inArray, isNotNull, notExists, sql } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { listQuery } from '../db/list-query.ts'
import { rowWriter } from '../db/row-writer.ts'
import { assessments } from '../db/schema/care.ts'
import { responses } from '../db/schema/outcomes.ts'

export type Assessment = typeof assessments.$inferSelect

/** All assessments of these enrolments, withdrawn ones too, each with whether it was submitted. */
export async function assessmentsOf(
  tx: Tx,
  enrolmentIds: readonly string[],
): Promise<{ assessment: Assessment; submitted: boolean }[]> {
  const rows = await readAssessments(tx, { enrolmentIds })
  return rows.map(({ assessment, submittedAt }) => ({ assessment, submitted: submittedAt !== null }))
}

const readAssessments = listQuery('assessments_of', ['enrolmentIds'], (tx, { enrolmentIds }) =>
  tx
    .select({ assessment: assessments, submittedAt: responses.submittedAt })
    .from(assessments)
    .leftJoin(responses, eq(responses.assessmentId, assessments.id))
    .where(inArray(assessments.enrolmentId, enrolmentIds)),
)

/**
 * Adds assessments and gives those that are there already (same enrolment, moment and anchor) their new dates. One
 * that was submitted in the meantime stays as it was, so a draft that becomes an answer never loses its window.
 */
export const saveAssessments = async (tx: Tx, rows: readonly Assessment[]): Promise<void> =>
  void (await writeAssessments(tx, rows))

const submittedOf = (tx: Tx) =>
  tx
    .select({ id: responses.id })
    .from(responses)
    .where(and(eq(responses.assessmentId, assessments.id), isNotNull(responses.submittedAt)))

/** Who declined is asked again when the questions open on another day, and only then. */
const unlessMoved = (column: typeof assessments.declinedAt | typeof assessments.declinedWhy) =>
  sql`case when ${assessments.opensAt} = excluded.opens_at then ${column} end`

const writeAssessments = rowWriter(assessments, (insert, size, tx) =>
  insert
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
        declinedAt: unlessMoved(assessments.declinedAt),
        declinedWhy: unlessMoved(assessments.declinedWhy),
      },
      setWhere: notExists(submittedOf(tx)),
    })
    .prepare(`save_assessments_${size}`),
)

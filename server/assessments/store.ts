import { and, eq, inArray, isNotNull, ne, notExists, sql } from 'drizzle-orm'
import { once } from '../../core/memo.ts'
import type { Tx } from '../db/database.ts'
import { dialect } from '../db/dialect.ts'
import { given } from '../db/given.ts'
import { listQuery } from '../db/list-query.ts'
import { rowWriter } from '../db/row-writer.ts'
import { assessments } from '../db/schema/care.ts'
import { paperEntries, responses } from '../db/schema/outcomes.ts'

export type Assessment = typeof assessments.$inferSelect

/** All assessments of these enrolments, withdrawn ones too, each with whether it was begun and submitted. */
export async function assessmentsOf(
  tx: Tx,
  enrolmentIds: readonly string[],
): Promise<{ assessment: Assessment; begun: boolean; submitted: boolean }[]> {
  const rows = await readAssessments(tx, { enrolmentIds })
  return rows.map(({ assessment, responseId, typed, submittedAt }) => ({
    assessment,
    begun: responseId !== null || typed > 0,
    submitted: submittedAt !== null,
  }))
}

const readAssessments = listQuery('assessments_of', ['enrolmentIds'], (tx, { enrolmentIds }) =>
  tx
    .select({
      assessment: assessments,
      responseId: responses.id,
      submittedAt: responses.submittedAt,
      typed: tx.$count(paperEntries, eq(paperEntries.assessmentId, assessments.id)),
    })
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

/** What somebody began stays with the version whose questions they saw, wherever the care path went meanwhile. */
export const stayWith = async (tx: Tx, id: string, setVersionId: string): Promise<void> =>
  void (await staying(tx).execute({ id, setVersionId }))

const staying = once((tx: Tx) =>
  tx
    .update(assessments)
    .set({ setVersionId: given('setVersionId', assessments.setVersionId) })
    .where(
      and(
        eq(assessments.id, sql.placeholder('id')),
        ne(assessments.setVersionId, sql.placeholder('setVersionId')),
      ),
    )
    .returning({ id: assessments.id })
    .prepare('assessment_stays'),
)

/**
 * What was withdrawn in the instant in which its answers came is as if the answers came first: nobody's words are lost,
 * and nothing is both answered and withdrawn.
 */
export const answeredAfterAll = async (tx: Tx, id: string): Promise<void> =>
  void (await restoring(tx).execute({ id }))

const restoring = once((tx: Tx) =>
  tx
    .update(assessments)
    .set({ withdrawnAt: null, withdrawnWhy: null })
    .where(and(eq(assessments.id, sql.placeholder('id')), isNotNull(assessments.withdrawnAt)))
    .returning({ id: assessments.id })
    .prepare('assessment_answered'),
)

/**
 * Whoever would begin one of these waits until the end of the transaction, and whoever has begun one is seen from here
 * on. SQLite has one writer anyway.
 */
export async function lockAssessments(tx: Tx, enrolmentIds: readonly string[]): Promise<void> {
  if (dialect === 'sqlite') return
  await tx
    .select({ id: assessments.id })
    .from(assessments)
    .where(inArray(assessments.enrolmentId, [...enrolmentIds]))
    .orderBy(assessments.id)
    .for('update')
}

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
        setVersionId: sql`excluded.set_version_id`,
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

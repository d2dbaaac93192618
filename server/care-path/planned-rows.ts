import { asc, eq } from 'drizzle-orm'
import { titleForStaff } from '../../core/outcome-sets/staff-title.ts'
import { type AssessmentStatus, statusOf } from '../../core/schedule/assessment-status.ts'
import type { Localised } from '../../core/words.ts'
import { assessments } from '../db/schema/care.ts'
import { responses } from '../db/schema/outcomes.ts'
import type { Deps } from '../deps.ts'

export type PlannedRow = {
  id: string
  moment: string
  title: Localised
  status: AssessmentStatus
  opensAt: string
  dueAt: string
  closesAt: string
  why: string[]
  withdrawnWhy: string | null
  manualReason: string | null
}

/** Everything that was planned on a care path. What an earlier version asked has the name that it has there. */
export async function plannedRows(
  { db, definitions }: Pick<Deps, 'db' | 'definitions'>,
  enrolmentId: string,
  now: string,
): Promise<PlannedRow[]> {
  const rows = await db
    .select({ assessment: assessments, response: responses.id, submittedAt: responses.submittedAt })
    .from(assessments)
    .leftJoin(responses, eq(responses.assessmentId, assessments.id))
    .where(eq(assessments.enrolmentId, enrolmentId))
    .orderBy(asc(assessments.dueAt))
  const versions = await definitions.versions(rows.map(({ assessment }) => assessment.setVersionId))
  return rows.map(({ assessment, response, submittedAt }) => {
    const { id, moment, opensAt, dueAt, closesAt, why, withdrawnWhy, manual } = assessment
    const asked = versions.get(assessment.setVersionId)?.set.moments.find((one) => one.id === moment)
    return {
      id,
      moment,
      title: asked ? titleForStaff(asked) : { nl: moment, en: moment },
      status: statusOf(assessment, response ? { submittedAt } : null, now),
      opensAt,
      dueAt,
      closesAt,
      why,
      withdrawnWhy,
      manualReason: manual?.reason ?? null,
    }
  })
}

import { and, eq, gt, isNull } from 'drizzle-orm'
import type { OutcomeSet } from '../../core/outcome-set.ts'
import type { Tx } from '../db/database.ts'
import { assessments, enrolments } from '../db/schema/care.ts'
import { responses } from '../db/schema/outcomes.ts'
import type { Deps } from '../deps.ts'
import { lockPatients } from '../patients/lock.ts'
import { planPatients, versionsOfPatients } from './plan-enrolment.ts'

/**
 * An answer can make another question needless ("not again within 28 days") or call for the next one. Looked at after
 * the answer is safe, in a transaction of its own, and only where a moment asks for it: two short questions otherwise.
 */
export async function planAfterAnswer(
  deps: Pick<Deps, 'db' | 'now' | 'newId' | 'definitions'>,
  { patientId, moment }: { patientId: string; moment: string },
): Promise<void> {
  const waiting = await waitingMoments(deps.db, patientId, deps.now().toISOString())
  const versions = await versionsOfPatients(deps, [patientId])
  const isConcerned = [...versions].some(([id, { set }]) => concerns(set, moment, waiting.get(id) ?? []))
  if (!isConcerned) return
  await deps.db.transaction(async (tx) => {
    await lockPatients(tx, [patientId])
    await planPatients(tx, deps, versions, [patientId])
  })
}

/** The moments that are still to be answered, by outcome set version. */
async function waitingMoments(db: Tx, patientId: string, now: string): Promise<Map<string, string[]>> {
  const rows = await db
    .select({ version: enrolments.setVersionId, moment: assessments.moment })
    .from(assessments)
    .innerJoin(enrolments, eq(enrolments.id, assessments.enrolmentId))
    .leftJoin(responses, eq(responses.assessmentId, assessments.id))
    .where(
      and(
        eq(assessments.patientId, patientId),
        isNull(assessments.withdrawnAt),
        isNull(responses.submittedAt),
        gt(assessments.closesAt, now),
        isNull(enrolments.endedOn),
      ),
    )
  const byVersion = Map.groupBy(rows, ({ version }) => version)
  return new Map([...byVersion].map(([version, list]) => [version, list.map((row) => row.moment)]))
}

const concerns = ({ moments }: OutcomeSet, answered: string, waiting: readonly string[]): boolean =>
  moments.some(
    ({ id, anchor, skipIfAnsweredWithin }) =>
      (skipIfAnsweredWithin !== undefined && waiting.includes(id)) ||
      (anchor.kind === 'response' && anchor.moment === answered),
  )

import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { once } from '../../core/memo.ts'
import type { OutcomeSet } from '../../core/outcome-set.ts'
import type { Tx } from '../db/database.ts'
import { assessments, enrolments } from '../db/schema/care.ts'
import { responses } from '../db/schema/outcomes.ts'
import type { Deps } from '../deps.ts'
import { lockPatients } from '../patients/lock.ts'
import { planPatients } from './plan-enrolment.ts'

/**
 * An answer can make another question needless ("not again within 28 days") or call for the next one. Looked at after
 * the answer is safe, in a transaction of its own, and only where a moment asks for it: one short question otherwise.
 */
export async function planAfterAnswer(
  deps: Pick<Deps, 'db' | 'now' | 'newId' | 'definitions'>,
  { patientId, moment }: { patientId: string; moment: string },
): Promise<void> {
  const rows = await openMoments(deps.db).execute({ patientId, now: deps.now().toISOString() })
  const byVersion = Map.groupBy(rows, ({ version }) => version)
  const versions = await deps.definitions.versions(byVersion.keys())
  const isConcerned = [...versions].some(([id, { set }]) =>
    concerns(set, moment, waitingIn(byVersion.get(id) ?? [])),
  )
  if (!isConcerned) return
  await deps.db.transaction(async (tx) => {
    await lockPatients(tx, [patientId])
    await planPatients(tx, deps, versions, [patientId])
  })
}

/** Every care path of a patient by its outcome set version, with the moments whose time is not over. */
const openMoments = once((db: Tx) =>
  db
    .select({
      version: enrolments.setVersionId,
      moment: assessments.moment,
      submittedAt: responses.submittedAt,
    })
    .from(enrolments)
    .leftJoin(
      assessments,
      and(
        eq(assessments.enrolmentId, enrolments.id),
        isNull(assessments.withdrawnAt),
        gt(assessments.closesAt, sql.placeholder('now')),
        isNull(enrolments.endedOn),
      ),
    )
    .leftJoin(responses, eq(responses.assessmentId, assessments.id))
    .where(eq(enrolments.patientId, sql.placeholder('patientId')))
    .prepare('open_moments'),
)

type OpenMoment = { moment: string | null; submittedAt: string | null }

const waitingIn = (rows: readonly OpenMoment[]): string[] =>
  rows.flatMap(({ moment, submittedAt }) => (moment !== null && submittedAt === null ? [moment] : []))

const concerns = ({ moments }: OutcomeSet, answered: string, waiting: readonly string[]): boolean =>
  moments.some(
    ({ id, anchor, skipIfAnsweredWithin }) =>
      (skipIfAnsweredWithin !== undefined && waiting.includes(id)) ||
      (anchor.kind === 'response' && anchor.moment === answered),
  )

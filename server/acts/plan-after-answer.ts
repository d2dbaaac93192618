import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { once } from '../../core/memo.ts'
import type { OutcomeSet } from '../../core/outcome-sets/outcome-set.ts'
import type { Tx } from '../db/database.ts'
import { assessments, enrolments } from '../db/schema/care.ts'
import { responses } from '../db/schema/outcomes.ts'
import type { SetVersions } from '../definitions/moved.ts'
import type { Deps } from '../deps.ts'
import { versionsOfPatients } from './plan-enrolment.ts'

/** The care paths whose assessments may change by an answer, with what `planEnrolments` needs for them. */
export type Replanning = { enrolmentIds: string[]; versions: SetVersions }

/**
 * An answer (to these instruments) can make another question needless ("not again within 28 days") or call for the next
 * one, by its score too. Null where no moment of the patient asks for that: one short question, put before the
 * transaction of the answer.
 */
export async function replanningAfter(
  deps: Pick<Deps, 'db' | 'now' | 'definitions'>,
  { patientId, moment }: { patientId: string; moment: string },
  answered: readonly string[],
): Promise<Replanning | null> {
  const rows = await openMoments(deps.db).execute({ patientId, now: deps.now().toISOString() })
  const byVersion = Map.groupBy(rows, ({ version }) => version)
  const versions = await deps.definitions.versions(byVersion.keys())
  const isConcerned = [...versions].some(([id, { set }]) =>
    concerns(set, { moment, answered }, waitingIn(byVersion.get(id) ?? [])),
  )
  if (!isConcerned) return null
  const every = await versionsOfPatients(deps, [patientId])
  return { versions: every, enrolmentIds: [...new Set(rows.map(({ enrolment }) => enrolment))] }
}

/** Every open care path of a patient by its outcome set version, with the moments whose time is not over. */
const openMoments = once((db: Tx) =>
  db
    .select({
      enrolment: enrolments.id,
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
      ),
    )
    .leftJoin(responses, eq(responses.assessmentId, assessments.id))
    .where(and(eq(enrolments.patientId, sql.placeholder('patientId')), isNull(enrolments.endedOn)))
    .prepare('open_moments'),
)

type OpenMoment = { moment: string | null; submittedAt: string | null }

const waitingIn = (rows: readonly OpenMoment[]): string[] =>
  rows.flatMap(({ moment, submittedAt }) => (moment !== null && submittedAt === null ? [moment] : []))

type Answer = { moment: string; answered: readonly string[] }

const concerns = (
  { moments }: OutcomeSet,
  { moment, answered }: Answer,
  waiting: readonly string[],
): boolean =>
  moments.some(
    ({ id, anchor, skipIfAnsweredWithin, ifScores = [] }) =>
      (skipIfAnsweredWithin !== undefined && waiting.includes(id)) ||
      (anchor.kind === 'response' && anchor.moment === moment) ||
      ifScores.some(({ instrument }) => answered.includes(instrument)),
  )

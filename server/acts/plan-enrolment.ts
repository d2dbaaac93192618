import { inArray } from 'drizzle-orm'
import type { Plan, PlannedAssessment } from '../../core/schedule.ts'
import { type Assessment, assessmentsOf, saveAssessments } from '../assessments/store.ts'
import { inChunks } from '../db/chunks.ts'
import type { Tx } from '../db/database.ts'
import { enrolments } from '../db/schema/care.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import { prolongLinks } from '../links/store.ts'
import { plansOf } from './plans-of.ts'
import type { EnrolmentFacts } from './schedule-facts.ts'

/** Outcome sets by version id, as `Definitions.versions` gives them: read before the transaction. */
export type SetVersions = ReadonlyMap<string, SetVersion>
type Tools = Pick<Deps, 'now' | 'newId'>

const ENROLMENTS = 500

/** The outcome sets that the open enrolments of these patients are bound to: read before the transaction. */
export async function versionsOfPatients(
  { db, definitions }: Pick<Deps, 'db' | 'definitions'>,
  patientIds: readonly string[],
): Promise<SetVersions> {
  const rows = await db
    .selectDistinct({ id: enrolments.setVersionId })
    .from(enrolments)
    .where(inArray(enrolments.patientId, [...patientIds]))
  return definitions.versions(rows.map(({ id }) => id))
}

/**
 * Brings the assessments of these enrolments in line with the facts: adds what is due to be asked, moves what moved,
 * withdraws what no longer applies, and takes that back when it applies again. What was submitted or set by hand stays.
 * The caller holds the patients' lock (`lockPatients`). Any number of enrolments; 10 questions for every 500.
 */
export async function planEnrolments(
  tx: Tx,
  tools: Tools,
  versions: SetVersions,
  enrolmentIds: Iterable<string>,
): Promise<void> {
  for (const ids of inChunks([...new Set(enrolmentIds)], ENROLMENTS)) {
    const plans = await plansOf(tx, versions, ids)
    const rows = await assessmentsOf(tx, [...plans.keys()])
    const existing = Map.groupBy(rows, ({ assessment }) => assessment.enrolmentId)
    const changes = [...plans].flatMap(([id, { of, plan }]) =>
      changesOf(tools, of, plan, existing.get(id) ?? []),
    )
    await saveAssessments(tx, changes)
    const before = new Set([...existing.values()].flat().map(({ assessment }) => assessment.id))
    const moved = changes.filter(({ id, withdrawnAt }) => before.has(id) && !withdrawnAt)
    await prolongLinks(
      tx,
      moved.map(({ id }) => id),
    )
  }
}

type Existing = { assessment: Assessment; submitted: boolean }
const keyOf = ({ moment, anchor }: { moment: string; anchor: string | null }) => `${moment} ${anchor ?? ''}`

function changesOf(tools: Tools, of: EnrolmentFacts, { assessments, not }: Plan, existing: Existing[]) {
  const known = new Map(existing.map((one) => [keyOf(one.assessment), one]))
  const wanted = new Set(assessments.map(keyOf))
  const why = new Map(not.map((one) => [keyOf(one), one.why[0]]))
  const added = assessments
    .filter((one) => !known.has(keyOf(one)))
    .map((planned) => newAssessment(tools, of, planned))
  const moved = assessments.flatMap((planned) => {
    const before = known.get(keyOf(planned))
    if (!before || before.submitted || before.assessment.manual || isSame(before.assessment, planned))
      return []
    return [{ ...before.assessment, ...planned, withdrawnAt: null, withdrawnWhy: null }]
  })
  const isEnded = of.facts.enrolment.endedOn !== null
  const gone = existing.flatMap(({ assessment, submitted }) => {
    if (submitted || assessment.withdrawnAt || wanted.has(keyOf(assessment))) return []
    if (assessment.manual && !(isEnded && isAfter(assessment, of))) return []
    const reason =
      why.get(keyOf(assessment)) ??
      why.get(keyOf({ ...assessment, anchor: null })) ??
      (isEnded ? 'ended' : 'gone')
    return [{ ...assessment, withdrawnAt: tools.now().toISOString(), withdrawnWhy: reason }]
  })
  return [...added, ...moved, ...gone]
}

/** Set by hand, and not yet over when the enrolment ended: the end holds for it too. */
const isAfter = ({ closesAt }: Assessment, { facts }: EnrolmentFacts) =>
  closesAt.slice(0, 10) >= (facts.enrolment.endedOn ?? '')

/** What is planned as a row, which nothing has befallen yet. */
export function newAssessment(
  { now, newId }: Tools,
  of: EnrolmentFacts,
  planned: PlannedAssessment,
): Assessment {
  return {
    id: newId('ass'),
    enrolmentId: of.facts.enrolment.id,
    patientId: of.patientId,
    teamId: of.teamId,
    setVersionId: of.setVersionId,
    ...planned,
    manual: null,
    withdrawnAt: null,
    withdrawnWhy: null,
    declinedAt: null,
    declinedWhy: null,
    createdAt: now().toISOString(),
  }
}

const isSame = (before: Assessment, planned: PlannedAssessment) =>
  !before.withdrawnAt &&
  before.opensAt === planned.opensAt &&
  before.dueAt === planned.dueAt &&
  before.closesAt === planned.closesAt &&
  before.linkDeadAt === planned.linkDeadAt &&
  before.appointmentId === planned.appointmentId &&
  before.why.join() === planned.why.join()

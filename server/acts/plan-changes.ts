import type { PlannedAssessment } from '../../core/schedule.ts'
import type { Assessment } from '../assessments/store.ts'
import type { Deps } from '../deps.ts'
import type { Planned } from './plans-of.ts'
import type { EnrolmentFacts } from './schedule-facts.ts'

type Tools = Pick<Deps, 'now' | 'newId'>

/** `begun`: somebody saved an answer, or more. */
type Existing = { assessment: Assessment; begun: boolean; submitted: boolean }

const keyOf = ({ moment, anchor }: { moment: string; anchor: string | null }) => `${moment} ${anchor ?? ''}`

/** The rows that have to be written so that the assessments of a care path are what its plan says. */
export function changesOf(
  tools: Tools,
  { of, plan: { assessments, not }, moments }: Planned,
  existing: readonly Existing[],
): Assessment[] {
  const now = tools.now().toISOString()
  const known = new Map(existing.map((one) => [keyOf(one.assessment), one]))
  const wanted = new Set(assessments.map(keyOf))
  const added = assessments
    .filter((one) => !known.has(keyOf(one)) && one.closesAt > (of.movedAt ?? ''))
    .map((planned) => newAssessment(tools, of, planned))
  const moved = assessments.flatMap((planned) => {
    const before = known.get(keyOf(planned))
    if (!before || before.submitted || before.assessment.manual) return []
    if (isOfEarlier(before, planned, of, now)) return []
    const setVersionId = versionOf(before, planned, of, now)
    if (isSame(before.assessment, { ...planned, setVersionId })) return []
    return [{ ...before.assessment, ...planned, setVersionId, withdrawnAt: null, withdrawnWhy: null }]
  })
  const why = new Map(not.map((one) => [keyOf(one), one.why[0]]))
  const gone = existing.flatMap((one) => {
    if (wanted.has(keyOf(one.assessment))) return []
    if (isLetPass(one, moments, now)) return []
    const reason = whyGone(one, of, why)
    return reason ? [{ ...one.assessment, withdrawnAt: now, withdrawnWhy: reason }] : []
  })
  const ordered = isEnded(of) ? [] : existing.filter((one) => isOrdered(one, now))
  const carried = ordered
    .filter(({ assessment }) => moments.some(({ id }) => id === assessment.moment))
    .filter(({ assessment }) => assessment.setVersionId !== of.setVersionId)
  return [
    ...added,
    ...moved,
    ...gone,
    ...carried.map(({ assessment }) => ({ ...assessment, setVersionId: of.setVersionId })),
  ]
}

const isEnded = ({ facts }: EnrolmentFacts) => facts.enrolment.endedOn !== null

/** Asked for by hand, and still to be answered. */
const isOrdered = ({ assessment, begun }: Existing, now: string) =>
  assessment.manual !== null && !begun && !assessment.withdrawnAt && assessment.closesAt > now

/** What was begun, or is over, stays with the version in which it was asked. */
const versionOf = (
  { assessment, begun }: Existing,
  { closesAt }: PlannedAssessment,
  of: EnrolmentFacts,
  now: string,
) => (begun || closesAt <= now ? assessment.setVersionId : of.setVersionId)

/** Over by the version that asked it: more time in a newer one asks nobody again, unless what it hangs on moved since. */
const isOfEarlier = (
  { assessment: { setVersionId, closesAt, withdrawnAt, why } }: Existing,
  planned: PlannedAssessment,
  of: EnrolmentFacts,
  now: string,
) =>
  setVersionId !== of.setVersionId &&
  closesAt <= now &&
  !withdrawnAt &&
  instantIn(why) === instantIn(planned.why)

const instantIn = (why: readonly string[]) => why.find((code) => code.startsWith('at:'))

/** Asked of a moment that the set no longer has, and over or refused: who did not answer stays counted. */
const isLetPass = (
  { assessment: { moment, closesAt, declinedAt } }: Existing,
  moments: Planned['moments'],
  now: string,
) => !moments.some(({ id }) => id === moment) && (closesAt <= now || declinedAt !== null)

/** Why something is not asked any more, in a code; null where it stays. */
function whyGone(
  { assessment, begun, submitted }: Existing,
  of: EnrolmentFacts,
  why: ReadonlyMap<string, string | undefined>,
): string | null {
  if (submitted || assessment.withdrawnAt) return null
  const ended = isEnded(of)
  if (assessment.manual && !(ended && isAfter(assessment, of))) return null
  const reason = why.get(keyOf(assessment)) ?? why.get(keyOf({ ...assessment, anchor: null }))
  const ofEarlier = begun && assessment.setVersionId !== of.setVersionId // a newer version may ask it otherwise
  if (!reason && ofEarlier && !ended) return null
  return reason ?? (ended ? 'ended' : 'gone')
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

const isSame = (before: Assessment, planned: PlannedAssessment & { setVersionId: string }) =>
  !before.withdrawnAt &&
  before.setVersionId === planned.setVersionId &&
  before.opensAt === planned.opensAt &&
  before.dueAt === planned.dueAt &&
  before.closesAt === planned.closesAt &&
  before.linkDeadAt === planned.linkDeadAt &&
  before.appointmentId === planned.appointmentId &&
  before.why.join() === planned.why.join()

import type { Instrument } from '../instruments/instrument.ts'
import type { Moment } from '../outcome-sets/moment.ts'
import type { OutcomeSet } from '../outcome-sets/outcome-set.ts'
import type { Plan, PlannedAssessment } from '../schedule.ts'
import { localDate, midnight, moveDate } from '../time/dates.ts'
import type { Facts } from './anchors.ts'
import { askedNow } from './refusals.ts'

/** The plan of one care path of a person, with what it was made from. */
export type PathPlan = {
  asking: {
    set: Pick<OutcomeSet, 'moments' | 'questionCap'>
    instruments: ReadonlyMap<
      string,
      Pick<Instrument, 'id' | 'sided' | 'form'> & { items: { length: number } }
    >
  }
  facts: Facts
  plan: Plan
}
type Candidate = {
  path: PathPlan
  moment: Moment
  one: PlannedAssessment
  items: number
  isGiven: boolean
  /** The appointment that it is asked before, in words that are no day; null where it is asked before none. */
  visit: string | null
}

const USUAL_WEIGHT = 5

/**
 * The plans of all care paths of one person, as their caps leave them. First comes what was answered already, then what
 * weighs most, then what is due first; the rest of the order is fixed too, so the same facts always leave the same out.
 */
export function withinCaps(paths: readonly PathPlan[]): Plan[] {
  if (!paths.some(({ asking }) => asking.set.questionCap)) return paths.map(({ plan }) => plan)
  const asked = new Map<string, number>()
  const plans = new Map(
    paths.map((path): [PathPlan, Plan] => [path, { assessments: [], not: [...path.plan.not] }]),
  )
  for (const { path, one, items, isGiven, visit } of paths.flatMap(candidatesOf).toSorted(byOrder)) {
    const cap = isGiven ? undefined : path.asking.set.questionCap
    const isBeyond = isBeyondVisit(visit, items, asked, cap)
    const day = isBeyond ? null : dayWithRoom(one, items, path.facts, asked, cap)
    const plan = plans.get(path)
    if (day === null) {
      plan?.not.push({ moment: one.moment, anchor: one.anchor, why: [beyondOf(cap, isBeyond)] })
      continue
    }
    count(asked, visit ? [day, visit] : [day], items)
    plan?.assessments.push(day === dayOf(one, path.facts) ? one : opening(one, day, path.facts.zone))
  }
  return paths.flatMap((path) => plans.get(path) ?? [])
}

function count(asked: Map<string, number>, within: readonly string[], items: number) {
  for (const one of within) asked.set(one, (asked.get(one) ?? 0) + items)
}

/** What opens once the visit has begun is asked after it, and no burden before it. */
const visitOf = ({ appointmentId, opensAt }: PlannedAssessment, { appointments }: Facts): string | null =>
  appointments.some(({ id, startsAt }) => id === appointmentId && opensAt < startsAt)
    ? `visit ${appointmentId}`
    : null

const beyondOf = (cap: OutcomeSet['questionCap'], isVisit: boolean): string =>
  isVisit ? `beyond-visit:${cap?.perVisit}` : `beyond-cap:${cap?.perDay}`

const isBeyondVisit = (
  visit: string | null,
  items: number,
  asked: ReadonlyMap<string, number>,
  cap: OutcomeSet['questionCap'],
): boolean => cap?.perVisit !== undefined && visit !== null && (asked.get(visit) ?? 0) + items > cap.perVisit

function candidatesOf(path: PathPlan): Candidate[] {
  const { asking, facts, plan } = path
  return plan.assessments.flatMap((one) => {
    const moment = asking.set.moments.find(({ id }) => id === one.moment)
    if (!moment) return []
    const { asked, recent } = askedNow(moment, asking.instruments, one.anchor, one, facts)
    const now = moment.respondent === 'proxy' ? [] : asked.filter(({ id }) => !recent.has(id)) // asked of another person
    const items = now.reduce((sum, { id }) => sum + (asking.instruments.get(id)?.items.length ?? 0), 0)
    const isGiven = facts.submitted.some(
      (given) =>
        given.enrolmentId === facts.enrolment.id &&
        given.moment === one.moment &&
        given.anchor === one.anchor,
    )
    return [{ path, moment, one, items, isGiven, visit: visitOf(one, facts) }]
  })
}

const byOrder = (a: Candidate, b: Candidate): number => {
  const [one, other] = [placeOf(a), placeOf(b)]
  return one < other ? -1 : one > other ? 1 : 0
}

/** Comes first where it is alphabetically first. */
const placeOf = ({ path, moment, one, isGiven }: Candidate): string =>
  [
    isGiven ? 0 : 1,
    9 - (moment.weight ?? USUAL_WEIGHT),
    one.dueAt,
    one.opensAt,
    path.facts.enrolment.knownSince, // who asked first goes first
    path.facts.enrolment.id,
    one.moment,
    one.anchor,
  ].join(' ')

/** What opened before anybody was known here is first seen on the day that they were. */
const dayOf = ({ opensAt }: PlannedAssessment, { zone, enrolment }: Facts): string =>
  localDate(opensAt > enrolment.knownSince ? opensAt : enrolment.knownSince, zone)

/** The day on which it fits; null where there is none. */
function dayWithRoom(
  one: PlannedAssessment,
  items: number,
  facts: Facts,
  asked: ReadonlyMap<string, number>,
  cap: OutcomeSet['questionCap'],
): string | null {
  let day = dayOf(one, facts)
  if (!cap) return day
  while ((asked.get(day) ?? 0) + items > cap.perDay) {
    if (cap.beyond === 'leave-out' || items > cap.perDay) return null
    day = moveDate(day, 'P1D')
    if (midnight(day, facts.zone) >= one.closesAt) return null
  }
  return day
}

function opening(one: PlannedAssessment, day: string, zone: string): PlannedAssessment {
  const opensAt = midnight(day, zone)
  const dueAt = one.dueAt > opensAt ? one.dueAt : opensAt
  return { ...one, opensAt, dueAt, why: [...one.why, `waits:${opensAt}`] }
}

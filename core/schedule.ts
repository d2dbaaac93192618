import type { Moment } from './outcome-sets/moment.ts'
import type { OutcomeSet } from './outcome-sets/outcome-set.ts'
import { type Anchored, type Facts, findAnchors } from './schedule/anchors.ts'
import { type Asked, refuseAnchor, refuseMoment } from './schedule/refusals.ts'
import { moveInstant } from './time/dates.ts'

export type PlannedAssessment = {
  moment: string
  /** What it hangs on: 'enrolment', 'stage:surgery', 'first:intake', 'appointment:<id>', 'response:<assessment id>' … */
  anchor: string
  opensAt: string
  dueAt: string
  closesAt: string
  linkDeadAt: string
  appointmentId: string | null
  /** Reasons in codes (schedule-words.ts), the instant of the anchor among them as 'at:<instant>'. */
  why: string[]
}
/** A moment, or one anchor of it, for which nothing is asked. */
export type NotPlanned = { moment: string; anchor: string | null; why: string[] }
export type Plan = { assessments: PlannedAssessment[]; not: NotPlanned[] }

/** A version of an outcome set with its instruments by id, as far as a plan depends on them. */
export type Asking = {
  set: Pick<OutcomeSet, 'moments'>
  instruments: Asked
}

/**
 * What to ask of one patient on a care path, and when, from nothing but facts: the same facts give the same plan,
 * in whatever order they came. Instants are UTC, whole days begin at midnight in the organisation's time zone.
 */
export function plan({ set, instruments }: Asking, facts: Facts): Plan {
  const plans = set.moments.map((moment) => planMoment(moment, instruments, facts))
  return {
    assessments: plans.flatMap(({ assessments }) => assessments),
    not: plans.flatMap(({ not }) => not),
  }
}

/** The instant that an assessment hangs on, from its stored reasons; null where it was planned by hand. */
export const anchorInstant = (why: readonly string[]): string | null =>
  why.find((code) => code.startsWith('at:'))?.slice(3) ?? null

function planMoment(moment: Moment, instruments: Asking['instruments'], facts: Facts): Plan {
  const refusal = refuseMoment(moment, facts)
  if (refusal) return nothing(moment, null, refusal)
  const found = findAnchors(moment.anchor, facts)
  if ('missing' in found) return nothing(moment, null, found.missing)
  const anchors = found.anchors.flatMap((anchored) => timesOf(moment, anchored, facts.zone))
  const plans = anchors.map((anchored) => planAnchor(moment, instruments, anchored, facts))
  return {
    assessments: plans.flatMap(({ assessments }) => assessments),
    not: plans.flatMap(({ not }) => not),
  }
}

const nothing = (moment: Moment, anchor: string | null, code: string): Plan => ({
  assessments: [],
  not: [{ moment: moment.id, anchor, why: [code] }],
})

/** Where no score is also a reason to ask, it is not said that there is one. */
const scoresKnown = ({ ifScores = [] }: Moment) =>
  ifScores.flatMap(({ instrument, ifUnknown }) => (ifUnknown === 'ask' ? [] : [`score:${instrument}`]))

/** The anchor itself, and where a moment is asked again and again, each time after it. */
const timesOf = ({ repeats }: Moment, anchored: Anchored, zone: string): Anchored[] => [
  anchored,
  ...Array.from({ length: repeats?.times ?? 0 }, (_, place) => ({
    ...anchored,
    key: `${anchored.key}+${place + 1}`,
    at: after(anchored.at, repeats?.every ?? 'P0D', place + 1, zone),
  })),
]

/** Counted from the first each time: 31 January and a month, and another, is 31 March. */
const after = (at: string, every: string, times: number, zone: string) =>
  moveInstant(
    at,
    every.replace(/\d+/g, (number) => String(Number(number) * times)),
    zone,
  )

function planAnchor(
  moment: Moment,
  instruments: Asking['instruments'],
  { key, at, appointmentId, why: more = [] }: Anchored,
  facts: Facts,
): Plan {
  const move = (duration: string) => moveInstant(at, duration, facts.zone)
  const window = { opensAt: move(moment.opens), dueAt: move(moment.due), closesAt: move(moment.closes) }
  const refusal = refuseAnchor(moment, instruments, key, window, facts)
  if (refusal) return nothing(moment, key, refusal)
  const { treatmentOption, side } = facts.enrolment
  const why = [
    key,
    `at:${at}`,
    ...more,
    ...(moment.treatments ? [`treatment:${treatmentOption}`] : []),
    ...(moment.side ? [`side:${side}`] : []),
    ...scoresKnown(moment),
  ]
  const linkDeadAt = move(moment.linkDead)
  const planned = { moment: moment.id, anchor: key, ...window, linkDeadAt, appointmentId, why }
  return { assessments: [planned], not: [] }
}

import { type Anchored, type Facts, findAnchors, type Submitted } from './anchors.ts'
import { midnight, moveInstant } from './dates.ts'
import type { Moment } from './moment.ts'
import type { OutcomeSet } from './outcome-set.ts'

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

/**
 * What to ask of one patient on a care path, and when, from nothing but facts: the same facts give the same plan,
 * in whatever order they came. Instants are UTC, whole days begin at midnight in the organisation's time zone.
 */
export function plan(set: Pick<OutcomeSet, 'moments'>, facts: Facts): Plan {
  const plans = set.moments.map((moment) => planMoment(moment, facts))
  return {
    assessments: plans.flatMap(({ assessments }) => assessments),
    not: plans.flatMap(({ not }) => not),
  }
}

/** The instant that an assessment hangs on, from its stored reasons; null where it was planned by hand. */
export const anchorInstant = (why: readonly string[]): string | null =>
  why.find((code) => code.startsWith('at:'))?.slice(3) ?? null

function planMoment(moment: Moment, facts: Facts): Plan {
  const refusal = refuseMoment(moment, facts)
  if (refusal) return nothing(moment, null, refusal)
  const found = findAnchors(moment.anchor, facts)
  if ('missing' in found) return nothing(moment, null, found.missing)
  const plans = found.anchors.map((anchored) => planAnchor(moment, anchored, facts))
  return {
    assessments: plans.flatMap(({ assessments }) => assessments),
    not: plans.flatMap(({ not }) => not),
  }
}

const nothing = (moment: Moment, anchor: string | null, code: string): Plan => ({
  assessments: [],
  not: [{ moment: moment.id, anchor, why: [code] }],
})

function refuseMoment({ treatments, side }: Moment, { enrolment }: Facts): string | null {
  if (side && side !== enrolment.side) return `other-side:${side}`
  if (!treatments) return null
  if (!enrolment.treatmentOption) return 'no-treatment-yet'
  return treatments.includes(enrolment.treatmentOption)
    ? null
    : `other-treatment:${enrolment.treatmentOption}`
}

function planAnchor(moment: Moment, { key, at, appointmentId }: Anchored, facts: Facts): Plan {
  const move = (duration: string) => moveInstant(at, duration, facts.zone)
  const window = { opensAt: move(moment.opens), dueAt: move(moment.due), closesAt: move(moment.closes) }
  const refusal = refuseWindow(moment, key, window, facts)
  if (refusal) return nothing(moment, key, refusal)
  const { treatmentOption, side } = facts.enrolment
  const why = [
    key,
    `at:${at}`,
    ...(moment.treatments ? [`treatment:${treatmentOption}`] : []),
    ...(moment.side ? [`side:${side}`] : []),
  ]
  const linkDeadAt = move(moment.linkDead)
  const planned = { moment: moment.id, anchor: key, ...window, linkDeadAt, appointmentId, why }
  return { assessments: [planned], not: [] }
}

type Window = { opensAt: string; dueAt: string; closesAt: string }

function refuseWindow(moment: Moment, key: string, window: Window, facts: Facts): string | null {
  const { endedOn, knownSince, id } = facts.enrolment
  // What had closed before the end stays: taking it away would hide that nobody answered.
  if (endedOn && window.closesAt > midnight(endedOn, facts.zone)) return 'ended'
  if (window.closesAt <= knownSince) return 'before-known'
  if (!moment.skipIfAnsweredWithin) return null
  const isThis = (one: Submitted) => one.enrolmentId === id && one.moment === moment.id && one.anchor === key
  const since = moveInstant(window.opensAt, `-${moment.skipIfAnsweredWithin}`, facts.zone)
  const recent = facts.submitted.filter(
    (one) => one.submittedAt >= since && one.submittedAt < window.closesAt && !isThis(one),
  )
  const answered = moment.instruments.map((instrument) =>
    recent
      .filter(({ instruments }) => instruments.includes(instrument))
      .map(({ submittedAt }) => submittedAt),
  )
  if (answered.some((times) => times.length === 0)) return null
  return `answered:${answered.flat().toSorted().at(-1)}`
}

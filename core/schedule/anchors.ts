import type { Anchor } from '../outcome-sets/moment.ts'
import { midnight } from '../time/dates.ts'

/** What is known of one enrolment, as far as its plan depends on it. The order of the lists never matters. */
export type Facts = {
  /** IANA name of the organisation's time zone. */
  zone: string
  enrolment: {
    id: string
    startedOn: string
    endedOn: string | null
    /** Instant since which this program knows of the enrolment: what closed before could not have been asked. */
    knownSince: string
    side: string
    treatmentOption: string | null
  }
  stages: readonly { stage: string; enteredOn: string }[]
  appointments: readonly {
    id: string
    kind: string
    status: string
    startsAt: string
    /** Stands for all of its kind that day, under the id of the one that was known first; why, where more are booked. */
    among?: { knownAs: string; wanted?: string }
  }[]
  /** Everything this patient has submitted, for any enrolment. */
  submitted: readonly Submitted[]
  /** After which only some moments are asked: a loss, care that is no longer meant to cure. */
  turns: readonly { id: string; turn: string; happenedOn: string; goesOn: readonly string[] }[]
  sex: string
  /** Somebody was named who answers for this patient. */
  hasProxy: boolean
  /** Dates of the patient by name, such as 'birth-date'. */
  patientDates: Readonly<Record<string, string>>
}

export type Submitted = {
  assessmentId: string
  enrolmentId: string
  moment: string
  anchor: string
  /** Side of the enrolment for which it was answered. */
  side: string
  instruments: readonly string[]
  /** Somebody else answered for the patient. */
  byProxy: boolean
  /** As far as a moment of the outcome set looks at them. */
  scores: readonly { instrument: string; scale: string; value: number }[]
  submittedAt: string
}

/** One thing that a moment hangs on: `key` is stored and stays the same when the thing itself moves. */
export type Anchored = {
  key: string
  at: string
  appointmentId: string | null
  /** Codes of what else there is to say of it. */
  why?: string[]
}
/** Found anchors, or the code of the reason why there is none. */
export type Found = { anchors: Anchored[] } | { missing: string }

/** Where a moment's anchor lies in time, once for each thing that it hangs on. */
export function findAnchors(anchor: Anchor, facts: Facts): Found {
  const onDate = (key: string, date: string): Found => ({
    anchors: [{ key, at: midnight(date, facts.zone), appointmentId: null }],
  })
  switch (anchor.kind) {
    case 'enrolment':
      return onDate('enrolment', facts.enrolment.startedOn)
    case 'date':
      return onDate(`date:${anchor.date}`, anchor.date)
    case 'stage': {
      const entered = earliest(
        facts.stages.filter(({ stage }) => stage === anchor.stage).map(({ enteredOn }) => enteredOn),
      )
      return entered ? onDate(`stage:${anchor.stage}`, entered) : { missing: `no-stage:${anchor.stage}` }
    }
    case 'patient-date': {
      const date = facts.patientDates[anchor.name]
      return date ? onDate(`patient-date:${anchor.name}`, date) : { missing: `no-date:${anchor.name}` }
    }
    case 'response':
      return onResponses(anchor.moment, facts)
    case 'appointment':
      return onAppointments(anchor.appointmentKind, anchor.which, facts)
  }
}

const earliest = (times: string[]): string | undefined => times.toSorted()[0]

function onResponses(moment: string, { submitted, enrolment }: Facts): Found {
  const given = submitted.filter((one) => one.enrolmentId === enrolment.id && one.moment === moment)
  if (given.length === 0) return { missing: `no-response:${moment}` }
  return {
    anchors: given.map(({ assessmentId, submittedAt }) => ({
      key: `response:${assessmentId}`,
      at: submittedAt,
      appointmentId: null,
    })),
  }
}

function onAppointments(kind: string, which: 'first' | 'each', facts: Facts): Found {
  const ofKind = facts.appointments.filter((one) => one.kind === kind)
  const booked = ofKind
    .filter(({ status }) => status === 'booked')
    .toSorted((a, b) =>
      a.startsAt === b.startsAt ? (a.id < b.id ? -1 : 1) : a.startsAt < b.startsAt ? -1 : 1,
    )
  const [first] = booked
  if (!first) return { missing: ofKind.length > 0 ? `cancelled:${kind}` : `no-appointment:${kind}` }
  // "The first" is the same assessment whichever appointment that is: a new booking must not ask twice.
  if (which === 'first') return { anchors: [{ key: `first:${kind}`, ...anchoredOn(first) }] }
  return {
    anchors: booked.map((one) => ({
      key: `appointment:${one.among?.knownAs ?? one.id}`,
      ...anchoredOn(one),
    })),
  }
}

const anchoredOn = ({ id, startsAt, among }: Facts['appointments'][number]) => ({
  at: startsAt,
  appointmentId: id,
  ...(among?.wanted ? { why: [`same-day:${among.wanted}`] } : {}),
})

import type { Instrument } from '../instruments/instrument.ts'
import type { Early } from '../mail/mail-of-the-day.ts'
import type { OutcomeSet } from '../outcome-sets/outcome-set.ts'
import type { Facts, Submitted } from '../schedule/anchors.ts'
import { askedAt, toAsk } from '../schedule/asked.ts'
import { withinCaps } from '../schedule/question-cap.ts'
import type { Mailed, Wish } from '../schedule/reminders.ts'
import { type Plan, type PlannedAssessment, plan } from '../schedule.ts'
import { midnight } from '../time/dates.ts'
import type { SendingHours } from '../time/sending-hours.ts'
import type { Course, Rhythms } from './course.ts'

export type Asking = { set: OutcomeSet; instruments: ReadonlyMap<string, Instrument> }

/** When a sample patient answers: on the day of the first mail, after a reminder, or not at all. */
export const answerings = ['at-once', 'after-reminder', 'never'] as const
export type Answering = (typeof answerings)[number]

export type Sample = {
  startsOn: string
  treatment: string | null
  side: string
  answering: Answering
  /** Stages of the care path that this patient does not come to. */
  leftOut: readonly string[]
  /** How often appointments of a kind come. */
  rhythms: Rhythms
  /** Moments that this patient never answers, whatever they do otherwise. */
  passed: readonly string[]
  /** How many days the team wants between two mails; null is one. */
  mailGapDays: number | null
  sex: string
  /** Dates of this patient by name, such as 'birth-date', as far as they are known. */
  patientDates: Readonly<Record<string, string>>
  /** What this patient scores each time, by `scaleKey`; of other scales nothing. */
  scores: Readonly<Record<string, number>>
}

/** One mail: what it asks for, by the keys of assessments; `early` as in core/mail/mail-of-the-day.ts. */
export type Mail = {
  at: string
  about: { key: string; kind: Wish['kind']; ordinal: number }[]
  early: Early | null
}

/** What was due at an instant and waits for the mail of a day, by the days that the team wants between two mails. */
export type Waiting = { at: string; key: string; until: string; days: number }

/** What happened so far to the sample patient. */
export type Life = {
  asking: Asking
  sample: Sample
  hours: SendingHours
  course: Course
  planned: Plan
  submitted: Submitted[]
  mails: Mail[]
  waits: Waiting[]
  mailed: Map<string, Mailed>
}

export const keyOf = ({ moment, anchor }: { moment: string; anchor: string }) => `${moment} ${anchor}`

/** What is planned by what is known now. */
export function planOf({ asking, sample, hours, course, submitted }: Life): Plan {
  const facts: Facts = {
    zone: hours.timeZone,
    enrolment: {
      id: 'sample',
      startedOn: sample.startsOn,
      endedOn: null,
      knownSince: midnight(sample.startsOn, hours.timeZone),
      side: sample.side,
      treatmentOption: sample.treatment,
    },
    stages: course.stages,
    turns: [],
    sex: sample.sex,
    hasProxy: true,
    appointments: course.visits.map(({ id, kind, at }) => ({ id, kind, status: 'booked', startsAt: at })),
    submitted,
    patientDates: sample.patientDates,
  }
  const own = plan(asking, facts)
  return withinCaps([{ asking, facts, plan: own }])[0] ?? own
}

export const isAnswered = ({ submitted }: Life, one: PlannedAssessment) =>
  submitted.some(({ assessmentId }) => assessmentId === keyOf(one))

/** What is asked of an assessment, and what was answered a short while ago elsewhere. */
export function askedOf(life: Life, one: PlannedAssessment) {
  const { asking, sample, hours, submitted } = life
  const moment = asking.set.moments.find(({ id }) => id === one.moment)
  if (!moment) return { now: [], left: [] }
  const asked = askedAt(moment, asking.instruments)
  const answered = submitted
    .filter(({ assessmentId }) => assessmentId !== keyOf(one))
    .flatMap(({ instruments, side, submittedAt }) =>
      instruments.map((instrument) => ({ instrument, side, at: submittedAt })),
    )
  const now = toAsk(asked, { ...one, side: sample.side, zone: hours.timeZone }, answered, one.opensAt)
  return { now, left: asked.instruments.filter((instrument) => !now.includes(instrument)) }
}

import type { Instrument } from '../instruments/instrument.ts'
import type { Mailed } from '../schedule/reminders.ts'
import type { NotPlanned, PlannedAssessment } from '../schedule.ts'
import { midnight, moveDate } from '../time/dates.ts'
import type { SendingHours } from '../time/sending-hours.ts'
import { type Course, usualCourse } from './course.ts'
import { liveOneDay } from './day.ts'
import {
  type Asking,
  askedOf,
  keyOf,
  type Life,
  type Mail,
  planOf,
  type Sample,
  type Waiting,
} from './life.ts'

export type Simulated = PlannedAssessment & {
  key: string
  /** What is asked of it, and what of it was answered a short while ago. */
  asked: readonly string[]
  left: readonly string[]
  items: number
  minutes: number
  answeredAt: string | null
}

export type Simulation = {
  course: Course
  assessments: Simulated[]
  mails: Mail[]
  waits: Waiting[]
  not: NotPlanned[]
  until: string
}

const HORIZON = 'P2Y'
/**
 * Lets a sample patient live through two years of an outcome set: what the schedule plans, what the sender would mail
 * and when, what is then asked. Nothing is stored; the same sample lives the same two years.
 */
export function simulate(asking: Asking, sample: Sample, hours: SendingHours): Simulation {
  const zone = hours.timeZone
  const until = moveDate(sample.startsOn, HORIZON)
  const course = usualCourse(asking.set, { ...sample, until, zone })
  const nothing = { submitted: [], mails: [], waits: [], mailed: new Map<string, Mailed>() }
  const life: Life = { asking, sample, hours, course, planned: { assessments: [], not: [] }, ...nothing }
  life.planned = planOf(life)
  for (let day = sample.startsOn; day < until; day = moveDate(day, 'P1D')) liveOneDay(life, day)
  const seen = life.planned.assessments.filter(({ opensAt }) => opensAt < midnight(until, zone))
  return {
    course,
    assessments: seen.map((one) => simulatedOf(life, one)),
    mails: life.mails,
    waits: life.waits,
    not: life.planned.not,
    until,
  }
}

function simulatedOf(life: Life, one: PlannedAssessment): Simulated {
  const { now, left } = askedOf(life, one)
  const sum = (of: (instrument: Instrument) => number) => now.reduce((total, each) => total + of(each), 0)
  return {
    ...one,
    key: keyOf(one),
    asked: now.map(({ id }) => id),
    left: left.map(({ id }) => id),
    items: sum(({ items }) => items.length),
    minutes: sum(({ minutes }) => minutes),
    answeredAt: life.submitted.find(({ assessmentId }) => assessmentId === keyOf(one))?.submittedAt ?? null,
  }
}

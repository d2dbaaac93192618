import type { Instrument } from '../instruments/instrument.ts'
import type { Moment } from '../outcome-sets/moment.ts'
import type { PlannedAssessment } from '../schedule.ts'
import type { SendingHours } from '../time/sending-hours.ts'
import type { Course } from './course.ts'
import type { Asking } from './life.ts'
import { stagesOfOthers } from './of-treatment.ts'
import { simulate } from './simulate.ts'

/** A moment where it lies on the way, when it is asked for the first time; null where it lies beyond two years or hangs on nothing. */
export type DrawnMoment = {
  moment: Moment
  instruments: readonly Instrument[]
  first: PlannedAssessment | null
}

/** `treatment` is the one for which the course is drawn; a moment of another lies where it lies with that one. */
export type DrawnPath = {
  course: Course
  treatment: string | null
  moments: DrawnMoment[]
  startsOn: string
  until: string
}

/** A day to draw from: which one it is says nothing. */
const STARTS_ON = '2026-01-05'
const SAMPLE = {
  startsOn: STARTS_ON,
  answering: 'at-once' as const,
  passed: [],
  rhythms: {},
  mailGapDays: null,
  sex: 'unknown',
  patientDates: {},
  scores: {},
}
const HOURS: SendingHours = {
  timeZone: 'Europe/Amsterdam',
  sendFrom: '08:00',
  sendUntil: '20:00',
  quietDays: [],
}

/** Where the moments of a set lie on its care path: what patients of different treatments and sides are asked, laid on one another. */
export function drawnPath(asking: Asking): DrawnPath {
  const { set, instruments } = asking
  const [usual] = set.treatmentOptions
  const kinds = new Map(
    set.moments
      .map(({ treatments, side = 'right' }) => ({ treatment: treatments?.[0] ?? usual?.id ?? null, side }))
      .map((kind) => [`${kind.treatment} ${kind.side}`, kind]),
  )
  const lives = [...kinds.values()].map((kind) => {
    const leftOut = stagesOfOthers(set, kind.treatment)
    const sample = { ...kind, ...SAMPLE, leftOut }
    return { ...simulate(asking, sample, HOURS), treatment: kind.treatment }
  })
  const [longest] = lives.toSorted((one, other) => other.course.stages.length - one.course.stages.length)
  const planned = lives.flatMap(({ assessments }) => assessments)
  return {
    course: longest?.course ?? { stages: [], visits: [] },
    treatment: longest?.treatment ?? null,
    moments: set.moments.map((moment) => ({
      moment,
      instruments: moment.instruments.flatMap((id) => instruments.get(id) ?? []),
      first: planned.find((one) => one.moment === moment.id) ?? null,
    })),
    startsOn: STARTS_ON,
    until: longest?.until ?? STARTS_ON,
  }
}

import type { UnverifiedPart } from '../instruments/unverified.ts'
import type { Direction } from '../shapes.ts'
import type { Estimate } from '../statistics/intervals.ts'
import type { Months } from '../time/months.ts'
import type { Localised } from '../words.ts'
import type { ChangeSummary, GroupSummary } from './cohort.ts'
import type { Funnel, Move } from './funnel.ts'

// What a team sees of its patient group: made by the server, drawn by the page. Only groups, never a person.

type Named = { id: string; title: Localised }

/** By what a group can be cut: one at a time, or what is left would be small. */
export const cutBy = [
  'treatment',
  'stage',
  'side',
  'age',
  'sex',
  'language',
  'mode',
  'site',
  'clinician',
  'version',
] as const
export type CutBy = (typeof cutBy)[number]

/** A level of a property: an option of the outcome set by its title, others by their id alone. */
export type Level = { id: string; title: Localised | null }

/**
 * A group at one moment, in one stage of the care path, or of one level. `months` are counted. `dots` are the scores
 * themselves, lowest first: only where there are few, and only for the team that treats these people.
 */
export type GroupRow = Level & {
  summary: GroupSummary
  change: ChangeSummary | null
  months: Months | null
  dots: number[] | null
}

/** Whole months, of at least ten people. */
export type TimePoint = Months & { n: number; mean: Estimate }

/**
 * How far the same people are from their own first measurement. Of those who `began`, `asked` have had the moment's
 * whole window; `n` of them answered. Points of one `chain` follow each other: they are counted from the same thing.
 */
export type CurvePoint = Named & { chain: string; asked: number; n: number; change: Estimate }
export type Curve = { months: Months; began: number; points: CurvePoint[] }

/** Who answers less: `asked` and `response` are null for a group that is too small to tell of. */
export type MissingGroup = {
  by: 'age' | 'language' | 'mail'
  id: string
  asked: number | null
  response: number | null
}

/** A clinical measure: an event is a share 0–1, a value a mean in its unit. */
export type MeasureSummary = Named & {
  kind: 'event' | 'value'
  reporter: string
  unit: Localised | null
  decimals: number
  direction: Direction
  numerator: Localised | null
  denominator: Localised
  source: string
  /** Enrolments whose window is over, and how many of them have a value; null for a small group. */
  eligible: number | null
  n: number | null
  estimate: Estimate | null
}

export type TeamOutcomes = {
  team: { id: string; name: string }
  group: Localised
  /** ISO date in the organisation's time zone, up to which everything is counted. */
  today: string
  /** Months, such as '2026-03'. */
  from: string
  to: string
  choices: {
    measures: Named[]
    moments: Named[]
    cuts: { by: CutBy; levels: Level[] }[]
    /** Too few clinicians have patients enough for one to see their own apart. */
    fewClinicians: boolean
  }
  measure: string
  /** Whom the page is about, where that is not everybody. */
  who: { by: CutBy; level: Level } | null
  scale: {
    title: Localised
    instrument: Localised
    own: boolean
    /** What of it stands on numbers that nobody has checked in their source. */
    unverified: UnverifiedPart[]
    range: readonly [number, number]
    direction: Direction
    directionWords: Localised
    decimals: number
    bands: { from: number; label: Localised; concern: 'none' | 'watch' | 'high' }[]
  }
  moments: GroupRow[]
  /** By the levels of a property at the moment in view, where that was asked. */
  rows: GroupRow[]
  /** The moment that change is counted from. */
  baseline: string
  /** The moment that `time` and `missing` are about; null while nothing was asked. */
  moment: string | null
  time: TimePoint[]
  /** Of everybody only; null too while nothing can be told. */
  curve: Curve | null
  /** Of everybody only. */
  missing: MissingGroup[]
  measures: MeasureSummary[]
}

export type TeamFunnel = {
  from: string
  to: string
  /** Per month of the first invitation; null for a month with too few invited, or that is not over. */
  months: { id: string; isOver: boolean; funnel: Funnel | null }[]
  total: Funnel | null
  /** The same number of months before. */
  before: { from: string; to: string; total: Funnel | null }
  moves: { started: Move; discussed: Move }
}

import type { ChangeSummary, GroupSummary } from './cohort.ts'
import type { Funnel, Move } from './funnel.ts'
import type { Estimate } from './intervals.ts'
import type { Direction } from './shapes.ts'
import type { UnverifiedPart } from './unverified.ts'
import type { Localised } from './words.ts'

// What a team sees of its patient group: made by the server, drawn by the page. Only groups, never a person.

type Named = { id: string; title: Localised }

/** A group at one moment, or in one stage of the care path. */
export type GroupRow = Named & { summary: GroupSummary; change: ChangeSummary | null }

/** One month ('2026-03'), quarter ('2026-Q1') or half year ('2026-H1'); null where too few people answered. */
export type TimePoint = { id: string; value: { n: number; mean: Estimate } | null }

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
  choices: { measures: Named[]; treatments: Named[]; moments: Named[] }
  measure: string
  treatment: string | null
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
  stages: GroupRow[]
  /** The moment that change is counted from. */
  baseline: string
  /** The moment that `time` and `missing` are about; null while nothing was asked. */
  moment: string | null
  time: TimePoint[]
  /** What `time` is about: the moment in view, or all moments after the first, where that one alone has too few answers. */
  timeIsOf: 'moment' | 'later-moments'
  missing: MissingGroup[]
  measures: MeasureSummary[]
}

export type TeamFunnel = {
  from: string
  to: string
  /** Per month of the first invitation; null for a month with too few invited. */
  months: { id: string; funnel: Funnel | null }[]
  total: Funnel | null
  /** The same number of months before. */
  before: { from: string; to: string; total: Funnel | null }
  moves: { started: Move; discussed: Move }
}

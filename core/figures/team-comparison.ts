import type { Direction } from '../shapes.ts'
import type { Localised } from '../words.ts'
import type { Comparison } from './comparison.ts'

type Named = { id: string; title: Localised }

/**
 * By what people are divided: teams of the region that take part, the organisations they are of; or, within the team,
 * treatment options, sites, and the reader's own patients beside all others.
 */
export const comparedBy = ['team', 'organisation', 'treatment', 'site', 'clinician'] as const
export type ComparedBy = (typeof comparedBy)[number]

/** Whether a team stands beside others, and not beside itself. */
export const isAmongOthers = (by: ComparedBy): boolean => by === 'team' || by === 'organisation'

/** A unit's name: of one's own; null for others, who stay nameless. */
export type UnitName = { id: string; title: Localised | null; own: boolean }

export type TeamComparison = {
  team: { id: string; name: string }
  /** Null until the team's lead opens the comparison: then nothing else is known either. */
  openSince: string | null
  /** Whether the reader may open and close it. */
  mayOpen: boolean
  result: null | {
    /** Months, such as '2026-03'. */
    from: string
    to: string
    by: ComparedBy
    indicators: Named[]
    indicator: Named & { direction: Direction; denominator: Localised; window: Localised; decimals: number }
    range: readonly [number, number]
    comparison: Comparison
    names: UnitName[]
    /** Variables of the outcome set that are in the model, and those that nobody has recorded. */
    adjustedFor: Named[]
    notRecorded: Named[]
  }
}

import { shareWithInterval } from '../statistics/intervals.ts'
import type { Months } from '../time/months.ts'
import type { Localised } from '../words.ts'
import type { FunnelFigure, Move } from './funnel.ts'

/** One of the two figures, over the period and over as many months before it; null for too few people. */
export type ProgrammeFigure = { now: FunnelFigure | null; before: FunnelFigure | null; move: Move }

/** One team as who manages a programme sees it: groups only. */
export type ProgrammeTeam = {
  id: string
  name: string
  organisation: string
  /** Of the reader's own organisation; others are seen by agreement. */
  own: boolean
  /** Who it treats; null while its outcome set is not published. */
  group: Localised | null
  started: ProgrammeFigure
  discussed: ProgrammeFigure
  /** Improvements that run, and those that were adopted or abandoned with what was learnt. */
  improvements: { open: number; adopted: number; abandoned: number }
}

/** Whether the programme works: every team that the reader may see, over the last year. */
export type Programme = Months & {
  teams: ProgrammeTeam[]
  /** Instant since which the own organisation lets programme managers of the region see its teams; null while it does not. */
  sharesSince: string | null
  mayShare: boolean
}

/** All teams' figures taken together, of those that are told; null while none is. */
export function wholeOf(figures: readonly (FunnelFigure | null)[]): FunnelFigure | null {
  const told = figures.flatMap((figure) => (figure?.share ? [figure] : []))
  if (told.length === 0) return null
  const n = told.reduce((sum, figure) => sum + figure.n, 0)
  const of = told.reduce((sum, figure) => sum + figure.of, 0)
  return { n, of, share: shareWithInterval(n, of) }
}

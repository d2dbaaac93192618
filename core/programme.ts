import type { FunnelFigure } from './funnel.ts'
import type { Months } from './months.ts'
import type { Localised } from './words.ts'

/** One team as who manages a programme sees it: groups only. */
export type ProgrammeTeam = {
  id: string
  name: string
  organisation: string
  /** Of the reader's own organisation; others are seen by agreement. */
  own: boolean
  /** Who it treats; null while its outcome set is not published. */
  group: Localised | null
  /** Of the period; null for too few people. */
  started: FunnelFigure | null
  discussed: FunnelFigure | null
  /** How many were invited; null for too few people. */
  invited: number | null
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

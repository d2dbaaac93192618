import type { ChartKind } from './control-limits.ts'
import type { Indicator } from './indicator.ts'
import type { Cell } from './series.ts'
import { isTellable, LEAST_RESPONSE } from './small-groups.ts'
import type { Localised } from './words.ts'

/** One figure as the outside world reads it: `value` and `n` rounded, both null for a small group. */
export type PublicFigure = Pick<
  Indicator,
  'id' | 'title' | 'side' | 'direction' | 'numerator' | 'denominator' | 'exclusions' | 'window' | 'source'
> & {
  kind: ChartKind
  unit: Localised | null
  unverified: boolean
  value: number | null
  n: number | null
}

/** What a team shows of one patient group: fixed when its lead proposed it. No prices, nobody's comparison. */
export type Publication = {
  organisation: string
  team: string
  group: Localised
  about: Localised
  /** Months, such as '2026-03': whole quarters. */
  from: string
  to: string
  /** Of what was asked and is over, the share 0–1 that was answered; null where too few were asked. */
  response: number | null
  figures: PublicFigure[]
}

// Rounded so that what two publications differ by gives nobody away (numbers to fives, shares to 5 %).
const ROUND = 5
const toFives = (n: number) => Math.round(n / ROUND) * ROUND
const toShare = (share: number) => toFives(share * 100) / 100
const toTenth = (value: number) => Math.round(value * 10) / 10

/** A figure for everybody: shares to five per cent, means and rates to a tenth, people to fives; nothing of a small group. */
export function roundForAll(kind: ChartKind, { people, n, sum }: Cell): Pick<PublicFigure, 'value' | 'n'> {
  if (!isTellable(people) || n === 0) return { value: null, n: null }
  const value = sum / n
  if (kind === 'share') return { value: toShare(value), n: toFives(n) }
  return { value: kind === 'rate' ? toTenth(value * 100) / 100 : toTenth(value), n: toFives(n) }
}

/** Whether what patients answered may be interpreted at this response. */
export const isInterpretable = ({ response }: Pick<Publication, 'response'>): boolean =>
  response !== null && response >= LEAST_RESPONSE

import { isTellable, LEAST_RESPONSE } from '../disclosure/small-groups.ts'
import type { Cell } from '../figures/series.ts'
import type { Indicator } from '../outcome-sets/indicator.ts'
import type { ChartKind } from '../statistics/control-limits.ts'
import type { Localised } from '../words.ts'

export type Bound = 'below' | 'above'

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
  /** A share of nearly nobody or nearly everybody is only told as lying below or above `value`; absent in older ones. */
  bound?: Bound | null
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
  responseBound?: Bound | null
  figures: PublicFigure[]
}

// Rounded so that what two publications differ by gives nobody away (numbers to fives, shares to 5 %).
const ROUND = 5
const toFives = (n: number) => Math.round(n / ROUND) * ROUND
const toShare = (share: number) => toFives(share * 100) / 100
const toTenth = (value: number) => Math.round(value * 10) / 10

/** Fewer than so many who did, or who did not, are not told apart: none of ten would tell of each of them. */
const TOLD_APART = 3
const toCoarser = (share: number) => Math.ceil(share * (100 / ROUND) - 1e-9) / (100 / ROUND)

/** A share to five per cent; near nothing or everything only the end of where it lies: below 5 %, above 95 %, further of few. */
function roundedShare(sum: number, n: number): Pick<PublicFigure, 'value' | 'bound'> {
  const edge = toCoarser(Math.max(ROUND / 100, TOLD_APART / n))
  const isNear = (count: number) => count < TOLD_APART || toShare(count / n) === 0
  if (isNear(sum)) return { value: edge, bound: 'below' }
  if (isNear(n - sum)) return { value: toFives((1 - edge) * 100) / 100, bound: 'above' }
  return { value: toShare(sum / n), bound: null }
}

/** A figure for everybody: shares to five per cent, means and rates to a tenth, people to fives; nothing of a small group. */
export function roundForAll(
  kind: ChartKind,
  { people, n, sum }: Cell,
): Pick<PublicFigure, 'value' | 'n' | 'bound'> {
  if (!isTellable(people) || n === 0) return { value: null, n: null, bound: null }
  const value = sum / n
  if (kind === 'share') return { ...roundedShare(sum, n), n: toFives(n) }
  return {
    bound: null,
    value: kind === 'rate' ? toTenth(value * 100) / 100 : toTenth(value),
    n: toFives(n),
  }
}

/** Whether what patients answered may be interpreted at this response. */
export const isInterpretable = ({ response }: Pick<Publication, 'response'>): boolean =>
  response !== null && response >= LEAST_RESPONSE

/** What a part of the bar is: from little to much on the neutral ramp, or a judgement about change. */
export type Category = { id: string; label: string; tone?: 'better' | 'same' | 'worse' }

export type DistributionRow = {
  id: string
  label: string
  /** People in this bar; null when there are too few to show. */
  n: number | null
  /** Share 0–1 of those who were asked; null when that has no meaning here. */
  response: number | null
  /** Shares 0–1, in the order of the categories; null for those with too few people, which together are `together`. */
  shares: readonly (number | null)[]
  together?: number
  /** Neighbouring categories that are told together. */
  runs?: readonly { from: number; to: number; share: number }[]
  /** What is said where everybody is in groups too small to show apart: a bar of 100 % would tell nothing. */
  whole?: string
  /** Why there is no bar here, where that is not for want of people. */
  instead?: string
}

export type DistributionProps = {
  sentence: string
  categories: readonly Category[]
  rows: readonly DistributionRow[]
  width: number
  /** Room for the rows' names, in pixels. */
  names?: number
  /** The names stand in a chart beside it with the same `names`; only the numbers go below the bars. */
  bare?: boolean
}

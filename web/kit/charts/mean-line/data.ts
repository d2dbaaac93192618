/** A group's mean at one moment with its 95 % interval; null when there are too few people to show it. */
export type MeanPoint = {
  id: string
  label: string
  /** A line joins only what follows each other: points of the same name, or of none. */
  chain?: string
  /** `of`: how many could have been there. */
  value: { n: number; of?: number; mean: number; low: number; high: number } | null
  /** Why there is no value, where it is not that there are too few people. */
  without?: string
}

export type MeanLineProps = {
  sentence: string
  /** Above the axis: "hoger = beter". */
  direction: string
  range: readonly [number, number]
  ticks: readonly number[]
  decimals: number
  points: readonly MeanPoint[]
  norm?: { value: number; label: string }
  width: number
  height?: number
}

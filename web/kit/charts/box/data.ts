/** A group's scores at one moment; null where there are too few people to show it. */
export type BoxRow = {
  id: string
  label: string
  box: {
    n: number
    /** In words, beside the number of people. */
    response: number | null
    q1: number
    median: number
    q3: number
    mean: { value: number; low: number; high: number } | null
    /** The scores themselves, lowest first, where they may be seen. */
    dots: readonly number[]
  } | null
}

export type BoxProps = {
  sentence: string
  /** Below the axis: "hoger = meer pijn". */
  direction: string
  range: readonly [number, number]
  decimals: number
  rows: readonly BoxRow[]
  width: number
}

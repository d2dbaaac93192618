import { type Estimate, intervalOf, type Quartiles } from './intervals.ts'

/** How often a value was scored; `people` never more than the different people behind it. */
export type ValueCount = { value: number; n: number; people: number }

/** What follows from counts alone, exactly: as from the values one by one. Null below one (quartiles) or two (mean) values. */
export type CountSummary = { n: number; people: number; mean: Estimate | null; quartiles: Quartiles | null }

/** Sums up values that were counted, in any order. */
export function summariseCounts(counts: readonly ValueCount[]): CountSummary {
  const sorted = counts.filter(({ n }) => n > 0).toSorted((a, b) => a.value - b.value)
  const total = (of: (one: ValueCount) => number) => sorted.reduce((sum, one) => sum + of(one), 0)
  const n = total((one) => one.n)
  const mean = total((one) => one.n * one.value) / n
  const squares = total((one) => one.n * (one.value - mean) ** 2)
  return {
    n,
    people: total(({ people }) => people),
    mean: intervalOf(n, mean, squares),
    quartiles: n === 0 ? null : quartilesOf(sorted, n),
  }
}

/** As `quartiles` (Hyndman & Fan 1996, type 7), of values in rising order. */
function quartilesOf(sorted: readonly ValueCount[], n: number): Quartiles {
  const ends: number[] = []
  for (const one of sorted) ends.push((ends.at(-1) ?? 0) + one.n)
  const inPlace = (place: number) => sorted[ends.findIndex((end) => place < end)]?.value ?? 0
  const at = (share: number) => {
    const place = share * (n - 1)
    const [below, above] = [inPlace(Math.floor(place)), inPlace(Math.ceil(place))]
    return below + (place - Math.floor(place)) * (above - below)
  }
  return { q1: at(0.25), median: at(0.5), q3: at(0.75) }
}

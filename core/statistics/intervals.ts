import jstat from 'jstat'

/** An estimate with its 95 % interval, all three in the unit of what was estimated. */
export type Estimate = { value: number; low: number; high: number }

/** Two-sided 95 % of the standard normal distribution. */
const Z = 1.959963984540054

/** Mean and 95 % interval from Student's t with n − 1 degrees of freedom; null below two values. */
export function meanWithInterval(values: readonly number[]): Estimate | null {
  const n = values.length
  if (n < 2) return null
  const mean = sum(values) / n
  const squares = sum(values.map((value) => (value - mean) ** 2))
  const half = jstat.jStat.studentt.inv(0.975, n - 1) * Math.sqrt(squares / (n - 1) / n)
  return { value: mean, low: mean - half, high: mean + half }
}

/** Share `count / n` with Wilson's score interval (Wilson 1927); null when there is nobody. */
export function shareWithInterval(count: number, n: number): Estimate | null {
  if (n === 0) return null
  const share = count / n
  const middle = (share + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n)
  const half = (Z / (1 + Z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2))
  return { value: share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

/** `first − second` with Newcombe's hybrid score interval (Newcombe 1998, method 10). */
export function differenceOfShares(first: Estimate, second: Estimate): Estimate {
  const value = first.value - second.value
  return {
    value,
    low: value - Math.hypot(first.value - first.low, second.high - second.value),
    high: value + Math.hypot(first.high - first.value, second.value - second.low),
  }
}

/** `mean of first − mean of second` with Welch's interval (Welch 1947); null below two values or without spread. */
export function differenceOfMeans(first: readonly number[], second: readonly number[]): Estimate | null {
  if (first.length < 2 || second.length < 2) return null
  const [a, b] = [spread(first), spread(second)]
  const error = a.square + b.square
  if (error === 0) return null
  const freedom = error ** 2 / (a.square ** 2 / (first.length - 1) + b.square ** 2 / (second.length - 1))
  const half = jstat.jStat.studentt.inv(0.975, freedom) * Math.sqrt(error)
  const value = a.mean - b.mean
  return { value, low: value - half, high: value + half }
}

function spread(values: readonly number[]) {
  const mean = sum(values) / values.length
  const variance = sum(values.map((value) => (value - mean) ** 2)) / (values.length - 1)
  return { mean, square: variance / values.length }
}

export type Quartiles = { q1: number; median: number; q3: number }

/** Quartiles by linear interpolation between order statistics (Hyndman & Fan 1996, type 7); null without values. */
export function quartiles(values: readonly number[]): Quartiles | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => {
    const place = share * (sorted.length - 1)
    const below = sorted[Math.floor(place)] ?? 0
    const above = sorted[Math.ceil(place)] ?? 0
    return below + (place - Math.floor(place)) * (above - below)
  }
  return { q1: at(0.25), median: at(0.5), q3: at(0.75) }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

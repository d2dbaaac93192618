import { Problem } from '../http/problem.ts'

const MINUTE = 60_000
const MOST_KEYS = 20_000

/**
 * Counts what failed, for each caller and minute: guessing is stopped, while a ward full of patients behind one
 * address opens as many links as it has.
 */
export function countMisses(perMinute: number, now: () => Date) {
  const counts = new Map<string, { minute: number; misses: number }>()
  const thisMinute = () => Math.floor(now().getTime() / MINUTE)
  return {
    /** Throws 429 for a caller who missed too often in this minute. */
    guard(address: string | null) {
      const seen = counts.get(address ?? '')
      if (seen && seen.minute === thisMinute() && seen.misses >= perMinute)
        throw new Problem(429, 'too_many', 'Too many tries; wait a minute and try again')
    },
    miss(address: string | null) {
      const minute = thisMinute()
      const seen = counts.get(address ?? '')
      if (counts.size >= MOST_KEYS) counts.clear()
      counts.set(address ?? '', { minute, misses: seen?.minute === minute ? seen.misses + 1 : 1 })
    },
  }
}

import { networkOf } from '../http/address.ts'
import { Problem } from '../http/problem.ts'

const MINUTE = 60_000
const MOST_KEYS = 20_000

/**
 * Counts links that do not work, for each network and minute, and throws 429 for one too many. Who has a link that
 * works is never stopped: a ward full of patients is behind one address, and so may be whoever guesses there.
 */
export function countMisses(perMinute: number, now: () => Date) {
  const counts = new Map<string, { minute: number; misses: number }>()
  return (address: string | null): void => {
    const network = networkOf(address ?? '')
    const minute = Math.floor(now().getTime() / MINUTE)
    const seen = counts.get(network)
    const misses = seen?.minute === minute ? seen.misses + 1 : 1
    if (counts.size >= MOST_KEYS) counts.clear()
    counts.set(network, { minute, misses })
    if (misses > perMinute) throw new Problem(429, 'too_many', 'Too many tries; wait a minute and try again')
  }
}

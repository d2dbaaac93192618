import { networkOf } from '../http/address.ts'

const SPAN = 15 * 60_000
/** So many codes that nobody has, from one network in a quarter of an hour. */
const MOST = 5
/** … and from everybody together. */
const MOST_OF_ALL = 2000

/**
 * Counts codes that were typed well and are nobody's: those are guesses, since a slip of the finger is caught by the
 * check character. Who guesses too often waits, with a right code too; the square on the letter goes on working.
 */
export function codeTries(now: () => Date) {
  let span = 0
  let all = 0
  let tries = new Map<string, number>()
  const turn = () => {
    const current = Math.floor(now().getTime() / SPAN)
    if (current === span) return
    span = current
    all = 0
    tries = new Map()
  }
  const key = (address: string | null) => networkOf(address ?? '')
  return {
    mayTry(address: string | null): boolean {
      turn()
      return all < MOST_OF_ALL && (tries.get(key(address)) ?? 0) < MOST
    },
    missed(address: string | null): void {
      turn()
      all += 1
      tries.set(key(address), (tries.get(key(address)) ?? 0) + 1)
    },
  }
}

import { networkOf } from '../http/address.ts'

const SPAN = 15 * 60_000
/** So many codes that nobody has, from one network in a quarter of an hour. */
const MOST = 20
/** … and from everybody together. */
const MOST_OF_ALL = 2000

/**
 * Counts codes that were typed well and are nobody's: those are guesses, since a slip of the finger is caught by the
 * check character. It says to wait to who guesses on, and never closes the door to a code that exists: a waiting room
 * shares one address. What is attacked has limits of its own: a code is one of 2^60, and the birth date behind it may
 * be wrong five times per letter.
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
  return {
    /** Counts a guess; false when there were so many that nothing more is said of them. */
    guessed(address: string | null): boolean {
      turn()
      const key = networkOf(address ?? '')
      const before = tries.get(key) ?? 0
      if (all >= MOST_OF_ALL || before >= MOST) return false
      all += 1
      tries.set(key, before + 1)
      return true
    },
  }
}

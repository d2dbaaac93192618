import type { Reading } from './reading.ts'

/** Rows that are kept at once, of all teams together: a kilobyte each, with all that is worked out from them. */
const MOST_ROWS = 400_000

/**
 * Keeps what was read, the oldest use first to go: whoever filters a page asks the same rows again and again. Two who ask
 * at once wait for one reading; one that failed is not kept.
 */
export function openKeep(): NonNullable<Reading['keep']> {
  const kept = new Map<string, { reading: Promise<unknown>; rows: number }>()
  const makeRoom = (name: string) => {
    let rows = 0
    for (const [other, one] of [...kept].toReversed()) {
      rows += one.rows
      if (rows > MOST_ROWS && other !== name) kept.delete(other)
    }
  }
  return async (name, read) => {
    const known = kept.get(name) as { reading: ReturnType<typeof read>; rows: number } | undefined
    const one = known ?? { reading: read(), rows: 0 }
    kept.delete(name)
    kept.set(name, one)
    try {
      const found = await one.reading
      one.rows = found.ever.length
      makeRoom(name)
      return found
    } catch (error) {
      kept.delete(name)
      throw error
    }
  }
}

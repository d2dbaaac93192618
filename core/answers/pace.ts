// How long answering takes and where people stop, counted without anybody's name. This file imports nothing: the
// patient's page uses it.

/**
 * What a page tells beside the answers it saves: that a question was answered, which one comes after it, how many
 * seconds a question was on screen, how long it took until the first answer, and all questions together.
 */
export const paceKinds = ['answered', 'reached', 'time', 'first', 'whole'] as const
export type PaceKind = (typeof paceKinds)[number]

/** Kind, instrument, item (both empty where it is about no question) and whole seconds. */
export type PaceNote = [PaceKind, string, string, number]

/** Who takes longer went away and came back: that is no time of answering. */
export const LONGEST_SECONDS = 3600

/** Upper ends of the classes in which seconds are counted: fine enough for a median, too coarse to know somebody by. */
const CLASSES = [
  1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 75, 90, 105, 120, 150, 180, 210, 240, 300, 360,
  420, 480, 600, 720, 900, 1200, 1800, 2700, 3600,
]

export const classOf = (seconds: number): number => CLASSES.find((end) => seconds <= end) ?? LONGEST_SECONDS

export type Counted = { upTo: number; n: number }

/** The median of counted seconds, taken evenly within its class; null where nothing was counted. */
export function medianSeconds(counted: readonly Counted[]): number | null {
  const sorted = counted.filter(({ n }) => n > 0).toSorted((one, other) => one.upTo - other.upTo)
  const half = sorted.reduce((sum, { n }) => sum + n, 0) / 2
  let before = 0
  for (const { upTo, n } of sorted) {
    if (before + n >= half && n > 0) {
      const from = CLASSES[CLASSES.indexOf(upTo) - 1] ?? 0
      return from + ((upTo - from) * (half - before)) / n
    }
    before += n
  }
  return null
}

/** So many must have finished before a measured time replaces the one that the items give. */
export const ENOUGH_TO_TELL_TIME = 30

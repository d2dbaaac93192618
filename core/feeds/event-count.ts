/** Numbers from the first to the last of them, both included. */
export type Range = readonly [first: number, last: number]

/**
 * Which events of one subscription came: the highest number, and which below it did not. `at`: when the last of them
 * happened, an instant; `anewAt`: the same of the first one after its server counted anew without saying so.
 */
export type EventCount = {
  highest: number
  missing: readonly Range[]
  at?: string | undefined
  anewAt?: string | undefined
}

/**
 * What one notification says of numbers. `count`: how many events there were since the subscription began, itself
 * included. 'start' is the handshake, 'sign' says only that the subscription lives, 'events' carries these events, and
 * 'again' those that somebody asked for once more.
 */
export type Heard = {
  kind: 'start' | 'sign' | 'events' | 'again'
  count: number | null
  events: readonly number[]
  /** When the last of these events happened, an instant; null or left out where its server does not say. */
  at?: string | null
}

/** So many gaps are kept, the newest: whoever has more of them has to begin anew. */
const MOST_GAPS = 50

/**
 * The count after a notification, whatever their order and however often one comes: what was passed over is missing
 * until it comes after all. A handshake of a subscription without events begins anew; of a subscription that is heard for
 * the first time nothing earlier is missed. Null while no number was ever named. (Subscriptions R5 Backport 1.1.0,
 * "Handling Errors".)
 */
export function countEvents(known: EventCount | null, heard: Heard): EventCount | null {
  const { kind, count, events } = heard
  if (kind === 'start' && count === 0) return { highest: 0, missing: [] }
  // Old events tell nothing of what came after them: they only fill what is open.
  if (kind === 'again') return known && { ...known, missing: events.reduce(without, known.missing) }
  const came = kind === 'events' && events.length === 0 && count !== null ? [count] : events
  const named = count === null ? came : [...came, count]
  if (named.length === 0) return known
  if (known && isAnew(known, heard, Math.max(...named))) {
    const at = heard.at ?? undefined
    return { ...added({ highest: 0, missing: [] }, came, named), at, anewAt: at }
  }
  const highest = kind === 'events' ? Math.min(...named) - 1 : Math.max(...named)
  const begun: EventCount = known ?? { highest, missing: [] }
  const at = [begun.at, heard.at]
    .flatMap((one) => one ?? [])
    .toSorted()
    .at(-1)
  return { ...begun, ...added(begun, came, named), ...(at ? { at } : {}) }
}

/**
 * Whether a server that was set up anew counts from one again: what happened after everything that we hold has a number
 * that we hold. One that is sent again happened before, or its server says how far it has come since.
 */
const isAnew = ({ highest, missing, at }: EventCount, { kind, events, at: now }: Heard, top: number) =>
  kind === 'events' &&
  top < highest &&
  !events.some((number) => missing.some(([first, last]) => number >= first && number <= last)) &&
  !!at &&
  !!now &&
  now > at

function added(
  { highest, missing }: EventCount,
  came: readonly number[],
  named: readonly number[],
): EventCount {
  const top = Math.max(highest, ...named)
  const left = came.reduce(without, [...missing, ...after(highest, top)])
  return { highest: top, missing: left.slice(-MOST_GAPS) }
}

const after = (highest: number, top: number): readonly Range[] => (top > highest ? [[highest + 1, top]] : [])

const without = (ranges: readonly Range[], number: number): readonly Range[] =>
  ranges.flatMap(([first, last]): Range[] => {
    if (number < first || number > last) return [[first, last]]
    const sides: Range[] = [
      [first, number - 1],
      [number + 1, last],
    ]
    return sides.filter(([from, to]) => from <= to)
  })

/** '4, 7–9': numbers as they are read. */
export const sayRanges = (ranges: readonly Range[]): string =>
  ranges.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ')

/**
 * A list for `in (…)`, its last value repeated until its length is a power of two: lists of all lengths share a few
 * statements, which are prepared once.
 */
export function padded<T>(list: readonly T[]): T[] {
  const last = list.at(-1)
  if (last === undefined) return []
  const length = 2 ** Math.ceil(Math.log2(list.length))
  return [...list, ...Array.from({ length: length - list.length }, () => last)]
}

/** A list in pieces that one statement can carry. */
export function inChunks<T>(list: readonly T[], size: number): T[][] {
  const pieces: T[][] = []
  for (let from = 0; from < list.length; from += size) pieces.push(list.slice(from, from + size))
  return pieces
}

/** A list in pieces that one statement can carry. */
export function inChunks<T>(list: readonly T[], size: number): T[][] {
  const pieces: T[][] = []
  for (let from = 0; from < list.length; from += size) pieces.push(list.slice(from, from + size))
  return pieces
}

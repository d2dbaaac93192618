// The one place that decides which groups are too small to show.

/** Nothing is told about a group of fewer people than this. */
const SMALLEST_GROUP = 10

/** Whether something may be told about a group of `people`. */
export const isTellable = (people: number): boolean => people >= SMALLEST_GROUP

/**
 * Whether something may be told about a part of a whole that is shown elsewhere: those who are left out may not be
 * a small group either, since whole minus part gives them away.
 */
export const isTellablePart = (people: number, whole: number): boolean =>
  isTellable(people) && (whole <= people || isTellable(whole - people))

/**
 * Which cells of a partition to hide, given how many people each holds and that their total is known: the small ones,
 * and then the smallest of the others until what is hidden together is no small group. Empty cells stay: nobody is in
 * them. All are hidden when the total itself is too small.
 */
export function hiddenCells(cells: readonly number[]): boolean[] {
  if (!isTellable(total(cells))) return cells.map(() => true)
  const hidden = cells.map((people) => people > 0 && !isTellable(people))
  const shown = cells
    .map((people, place) => ({ people, place }))
    .filter(({ people, place }) => people > 0 && !hidden[place])
    .sort((a, b) => a.people - b.people)
  while (hidden.includes(true) && !isTellable(total(cells.filter((_, place) => hidden[place])))) {
    const next = shown.shift()
    if (!next) break
    hidden[next.place] = true
  }
  return hidden
}

/** Shares 0–1 of a bar; null for what is hidden, which makes up `together` of it. */
export type Shares = { shares: (number | null)[]; together: number }

/**
 * The bar of a partition: `counts` makes the shares, `people` decides what is hidden, which can be everything. Null when
 * the total is too small.
 */
export function tellableShares(counts: readonly number[], people: readonly number[] = counts): Shares | null {
  if (!isTellable(total(people))) return null
  const hidden = hiddenCells(people)
  const all = total(counts)
  const shares = counts.map((count, place) => (hidden[place] ? null : count / all))
  return { shares, together: total(counts.filter((_, place) => hidden[place])) / all }
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)

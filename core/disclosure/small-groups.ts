// The one place that decides which groups are too small to show. How a group is cut is decided in told-blocks.ts.

/** Nothing is told about a group of fewer people than this. */
const SMALLEST_GROUP = 10

/** Groups are compared with others from this many people on: below it chance says more than care. */
export const SMALLEST_COMPARED = 30

/** Of fewer than this each is drawn as a dot, for whoever treats them: a box of twenty people hides more than it shows. */
export const FEW = 30

/** A group of which a smaller share 0–1 answered is not interpreted: who is missing may be unlike who answered. */
export const LEAST_RESPONSE = 0.6

/** Whether something may be told about a group of `people`. */
export const isTellable = (people: number): boolean => people >= SMALLEST_GROUP

/** From this many makers on one's own figure stands beside that of all: of two, each would read the other's. */
const FEWEST_MAKERS = 3

/** Whether a figure is made by so many clinicians that one of them may see their own beside it. */
export const isOfSeveral = (clinicians: number): boolean => clinicians >= FEWEST_MAKERS

/**
 * Which cells of a partition to hide, given how many people each holds and that their total is known: the small ones,
 * and then the smallest of the others until what is hidden together is no small group. Empty cells stay: nobody is in
 * them. All are hidden when the total itself is too small.
 */
export const hiddenCells = (cells: readonly number[]): boolean[] =>
  hiddenOf(cells, (isIn) => total(cells.filter((_, place) => isIn(place))))

/** The same of groups of which somebody may be in several: who is in two that are hidden counts once. */
export const hiddenGroups = (groups: readonly ReadonlySet<string>[]): boolean[] =>
  hiddenOf(
    groups.map(({ size }) => size),
    (isIn) => new Set(groups.flatMap((group, place) => (isIn(place) ? [...group] : []))).size,
  )

type IsIn = (place: number) => boolean

/** `peopleIn` says how many people the cells hold together that are in. */
function hiddenOf(cells: readonly number[], peopleIn: (isIn: IsIn) => number): boolean[] {
  if (!isTellable(peopleIn(() => true))) return cells.map(() => true)
  const hidden = cells.map((people) => people > 0 && !isTellable(people))
  const shown = cells
    .map((people, place) => ({ people, place }))
    .filter(({ people, place }) => people > 0 && !hidden[place])
    .sort((a, b) => a.people - b.people)
  const isHidden = (place: number) => hidden[place] ?? false
  while (hidden.includes(true) && !isTellable(peopleIn(isHidden))) {
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

/** Neighbouring cells `from` to `to` (both included) that are only told together, as a share 0–1 of all. */
export type Run = { from: number; to: number; share: number }

/**
 * The bar of cells in an order, such as bands from mild to severe: instead of hiding small ones, neighbours are told
 * together until each is nobody or no small group; as many parts as can be told, and of those the most even. One run
 * over everything means that no part can be told. Where hiding small cells, wherever they stand, tells more parts, that
 * is done instead, and `runs` is null. Null when the total is too small.
 */
export function tellableRuns(
  counts: readonly number[],
  people: readonly number[] = counts,
): (Shares & { runs: Run[] | null }) | null {
  if (!isTellable(total(people))) return null
  const all = total(counts)
  const runs = bestRuns(people).map(([from, to]) => ({
    from,
    to,
    share: total(counts.slice(from, to + 1)) / all,
  }))
  const merged = runs.filter(({ from, to }) => to > from)
  const shares = counts.map(
    (_, cell) => runs.find(({ from, to }) => from === cell && to === cell)?.share ?? null,
  )
  const hiding = tellableShares(counts, people)
  const parts = (told: readonly (number | null)[]) => told.filter((share) => share && share < 1).length
  if (hiding && parts([...hiding.shares, hiding.together]) > parts(runs.map(({ share }) => share)))
    return { ...hiding, runs: null }
  return { shares, together: total(merged.map(({ share }) => share)), runs: merged }
}

type Ends = readonly [from: number, to: number]

function bestRuns(people: readonly number[]): readonly Ends[] {
  const least = (runs: readonly Ends[]) => Math.min(...sizes(people, runs).filter((size) => size > 0))
  return waysToCut(people.length)
    .filter((runs) => sizes(people, runs).every((size) => size === 0 || isTellable(size)))
    .reduce((best, runs) =>
      runs.length > best.length || (runs.length === best.length && least(runs) > least(best)) ? runs : best,
    )
}

const sizes = (people: readonly number[], runs: readonly Ends[]) =>
  runs.map(([from, to]) => total(people.slice(from, to + 1)))

/** Every way to cut so many cells into runs; the first is no cut at all. */
function waysToCut(cells: number): Ends[][] {
  return Array.from({ length: 2 ** (cells - 1) }, (_, cuts) => {
    const ends = Array.from({ length: cells }, (__, cell) => cell).filter(
      (cell) => cell === cells - 1 || (cuts >> cell) % 2 === 1,
    )
    return ends.map((to, place): Ends => [(ends[place - 1] ?? -1) + 1, to])
  })
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)

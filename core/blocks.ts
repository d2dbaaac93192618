import { type Months, monthOf, monthsOf, moveMonth } from './months.ts'
import { hiddenCells, isTellable } from './small-groups.ts'

// How a history is cut in time, for told-blocks.ts: where a block ends is decided by who lies in it.

/** Something about a person on an ISO date. */
export type Seen = { person: string; on: string }

/** Levels that are told only as part of the whole. */
export const HIDDEN = ''

/** After so many months a block no longer waits for its smallest levels. */
const PATIENCE = 6

export type LevelOf<Row> = (row: Row) => string

/** `pieces` are the last months of the blocks of everybody that it is made of. */
export type Block<Row> = Months & { rows: readonly Row[]; pieces: readonly string[] }

/**
 * Joins the months that follow each other until they can be told, up to `last`; looks only back, so that a block never
 * changes. A block ends where one of everybody does, also when it is told later, because it had to wait.
 */
export function blocksOf<Row extends Seen>(
  history: readonly Row[],
  beside: readonly LevelOf<Row>[],
  last: string,
): Block<Row>[] {
  const months = Map.groupBy(history, ({ on }) => monthOf(on))
  const blocks: Block<Row>[] = []
  let waiting: Block<Row> | null = null
  let fresh: Row[] = [] // since the last end of a block of everybody
  for (const month of monthsOf({ from: [...months.keys()].toSorted()[0] ?? last, to: last })) {
    fresh = [...fresh, ...(months.get(month) ?? [])]
    if (isTellable(peopleIn(fresh))) {
      waiting = joined(waiting, fresh, month)
      fresh = []
    }
    if (!waiting || mustWait(waiting.rows, beside, { from: waiting.from, to: month })) continue
    blocks.push(waiting)
    waiting = null
  }
  return blocks
}

const joined = <Row extends Seen>(
  block: Block<Row> | null,
  rows: readonly Row[],
  to: string,
): Block<Row> => ({
  from: block?.from ?? rows.map(({ on }) => monthOf(on)).toSorted()[0] ?? to,
  to,
  rows: [...(block?.rows ?? []), ...rows],
  pieces: [...(block?.pieces ?? []), to],
})

/** Whether a block is not told yet, because a level is still too small and may grow. */
const mustWait = <Row extends Seen>(
  rows: readonly Row[],
  beside: readonly LevelOf<Row>[],
  { from, to }: Months,
): boolean =>
  to < moveMonth(from, PATIENCE - 1) && beside.some((levelOf) => hiddenOf(rows, levelOf).includes(true))

const hiddenOf = <Row extends Seen>(rows: readonly Row[], levelOf: LevelOf<Row>) =>
  hiddenCells([...Map.groupBy(rows, levelOf).values()].map(peopleIn))

/** The levels of a property that are no small group, in the order in which they came; none where those hidden would be one. */
export function tellableLevels<Row extends Seen>(rows: readonly Row[], levelOf: LevelOf<Row>): Set<string> {
  const levels = [...Map.groupBy(rows, levelOf)]
  const hidden = hiddenCells(levels.map(([, own]) => peopleIn(own)))
  const shown = new Set(
    levels.flatMap(([level], place) => (hidden[place] || level === HIDDEN ? [] : [level])),
  )
  const together = peopleIn(rows.filter((row) => !shown.has(levelOf(row))))
  return together === 0 || isTellable(together) ? shown : new Set()
}

const peopleIn = (rows: readonly Seen[]) => new Set(rows.map(({ person }) => person)).size

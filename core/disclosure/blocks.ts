import { type Months, monthOf, monthsOf, moveMonth } from '../time/months.ts'
import { peopleBy, type Sheet, sheetOf } from './sheet.ts'
import { hiddenCells, isTellable } from './small-groups.ts'

// How a history is cut in time, for told-blocks.ts: where a block ends is decided by who lies in it.

/** Something about a person on an ISO date. */
export type Seen = { person: string; on: string }

/** Levels that are told only as part of the whole. */
export const HIDDEN = ''

/** After so many months a block no longer waits for its smallest levels. */
const PATIENCE = 6

export type LevelOf<Row> = (row: Row) => string

/** `pieceOf` gives the last month of that block of everybody in which a row lies: a block is made of one or more. */
export type Block<Row> = Months & { sheet: Sheet<Row>; pieceOf: LevelOf<Row> }
type Waiting<Row> = Block<Row> & { pieces: readonly string[] }

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
  let waiting: Waiting<Row> | null = null
  let fresh: Row[] = [] // since the last end of a block of everybody
  for (const month of monthsOf({ from: [...months.keys()].toSorted()[0] ?? last, to: last })) {
    fresh = [...fresh, ...(months.get(month) ?? [])]
    if (isTellable(peopleIn(fresh))) {
      waiting = joined(waiting, fresh, month)
      fresh = []
    }
    if (!waiting || mustWait(waiting, beside, month)) continue
    blocks.push(waiting)
    waiting = null
  }
  return blocks
}

function joined<Row extends Seen>(
  block: Waiting<Row> | null,
  rows: readonly Row[],
  to: string,
): Waiting<Row> {
  const pieces = [...(block?.pieces ?? []), to]
  return {
    from: block?.from ?? rows.map(({ on }) => monthOf(on)).toSorted()[0] ?? to,
    to,
    sheet: sheetOf([...(block?.sheet.rows ?? []), ...rows]),
    pieces,
    pieceOf: ({ on }) => pieces.find((end) => monthOf(on) <= end) ?? '',
  }
}

/** Whether a block is not told yet, because a level is still too small and may grow. */
const mustWait = <Row>(
  { from, sheet }: Block<Row>,
  beside: readonly LevelOf<Row>[],
  month: string,
): boolean =>
  month < moveMonth(from, PATIENCE - 1) &&
  beside.some((levelOf) => hiddenCells(peopleBy(sheet, sheet.by(levelOf))).includes(true))

/** The levels of a property that are no small group, in the order in which they came; none where those hidden would be one. */
export function tellableLevels<Row>(sheet: Sheet<Row>, levelOf: LevelOf<Row>): Set<string> {
  const { levels, of } = sheet.by(levelOf)
  const hidden = hiddenCells(peopleBy(sheet, { levels, of }))
  const shown = levels.map((level, place) => !hidden[place] && level !== HIDDEN)
  const left = new Set(sheet.person.filter((_, row) => !shown[of[row] ?? 0]))
  return left.size === 0 || isTellable(left.size)
    ? new Set(levels.filter((_, place) => shown[place]))
    : new Set()
}

const peopleIn = (rows: readonly Seen[]) => new Set(rows.map(({ person }) => person)).size

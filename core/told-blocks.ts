import { type Months, monthOf } from './months.ts'
import { hiddenCells, isTellable } from './small-groups.ts'

// What may be told of a group that is cut: by one property, and in time. Everything told is made of the same pieces, and
// no piece is a small group. So whatever two answers differ by is no small group either: not two periods, not a part and
// the whole, not this month's page and last month's.

/** Something about a person on an ISO date. */
export type Seen = { person: string; on: string }

/** What may be told: the rows of each level, over the blocks that end in the months asked for. */
export type Told<Row> = {
  /** From the first to the last month that is counted; null while nothing may be told. */
  months: Months | null
  blocks: readonly Months[]
  /** Levels that are no small group over the whole history, in the order in which they came; the others stay hidden together. */
  levels: readonly string[]
  /** All rows, hidden levels too: their sum may be told. */
  rows: readonly Row[]
  rowsOf(level: string): readonly Row[]
}

/** Levels that are told only as part of the whole. */
const HIDDEN = ''

/**
 * Cuts a whole history into what may be told. First in blocks of whole months, each as short as it can be with nobody or
 * at least ten people in it; then, for levels of a property, in blocks of those blocks in which each level is nobody or
 * no small group. What has come since the last block waits. Give it everything ever seen, whatever is asked for, and
 * only one property: two at once would cut smaller than this can see. `last` is the last month that is over.
 */
export function toTell<Row extends Seen>(
  history: readonly Row[],
  asked: Months,
  last: string,
  levelOf: (row: Row) => string = () => 'all',
): Told<Row> {
  const months = Map.groupBy(
    history.filter(({ on }) => monthOf(on) <= last),
    ({ on }) => monthOf(on),
  )
  const units = [...months.keys()].toSorted().map((month) => ({ from: month, to: month }))
  const rowsIn = ({ from, to }: Months) =>
    [...months].flatMap(([month, rows]) => (month >= from && month <= to ? rows : []))
  const base = joined(units, rowsIn, () => HIDDEN)
  const shown = tellableLevels(base.flatMap(rowsIn), levelOf)
  const piece = (row: Row) => (shown.has(levelOf(row)) ? levelOf(row) : HIDDEN)
  const blocks = joined(base, rowsIn, piece).filter(({ to }) => to >= asked.from && to <= asked.to)
  const rows = blocks.flatMap(rowsIn)
  const byLevel = Map.groupBy(rows, piece)
  return {
    months: spanOf(blocks),
    blocks,
    levels: [...shown],
    rows,
    rowsOf: (level) => (shown.has(level) ? (byLevel.get(level) ?? []) : []),
  }
}

/** Joins what follows each other until, piece by piece, nobody or no small group is in it; what stays over is not there. */
function joined<Row extends Seen>(
  units: readonly Months[],
  rowsIn: (unit: Months) => readonly Row[],
  pieceOf: (row: Row) => string,
): Months[] {
  const blocks: Months[] = []
  let from: string | null = null
  let pieces = new Map<string, Set<string>>()
  for (const unit of units) {
    from ??= unit.from
    for (const row of rowsIn(unit)) peopleOf(pieces, pieceOf(row)).add(row.person)
    if (![...pieces.values()].every(({ size }) => isTellable(size))) continue
    blocks.push({ from, to: unit.to })
    from = null
    pieces = new Map()
  }
  return blocks
}

function peopleOf(pieces: Map<string, Set<string>>, piece: string): Set<string> {
  const known = pieces.get(piece) ?? new Set()
  pieces.set(piece, known)
  return known
}

/** The levels of a property that are no small group, in the order in which they came. */
export function tellableLevels<Row extends Seen>(
  rows: readonly Row[],
  levelOf: (row: Row) => string,
): Set<string> {
  const levels = [...Map.groupBy(rows, levelOf)]
  const hidden = hiddenCells(levels.map(([, own]) => new Set(own.map(({ person }) => person)).size))
  return new Set(levels.flatMap(([level], place) => (hidden[place] || level === HIDDEN ? [] : [level])))
}

function spanOf(blocks: readonly Months[]): Months | null {
  const [first, last] = [blocks[0], blocks.at(-1)]
  return first && last ? { from: first.from, to: last.to } : null
}

/** Blocks joined two by two until there are no more than `most`: a line with fewer, surer points. */
export function thinned(blocks: readonly Months[], most: number): readonly Months[] {
  if (blocks.length <= most) return blocks
  const pairs = blocks.flatMap((block, place) =>
    place % 2 === 0 ? [{ from: block.from, to: (blocks[place + 1] ?? block).to }] : [],
  )
  return thinned(pairs, most)
}

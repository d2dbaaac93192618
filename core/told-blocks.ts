import { type Months, monthOf, moveMonth } from './months.ts'
import { type Objections, unobjected } from './objections.ts'
import { hiddenCells, isTellable } from './small-groups.ts'

// What may be told of a group that is cut by one property, and in time. Everything told is made of the same pieces, and no
// piece is a small group; a piece is decided by what lies in its own block and never cut anew. So whatever two answers about
// one property differ by is no small group either: not two periods, not a part and the whole, not this month's page and
// last month's. Two things it cannot see: two properties that nearly coincide (who was operated on, who is after surgery),
// and a record that is changed afterwards (a stage dated back, another lead clinician, a corrected birth date).

/** Something about a person on an ISO date. */
export type Seen = { person: string; on: string }

/** What may be told: the rows of each level, over the blocks that end in the months asked for. */
export type Told<Row> = {
  /** From the first to the last month that is counted; null while nothing may be told. */
  months: Months | null
  blocks: readonly Months[]
  /** Levels that are told in one of the blocks; where a level is a small group in a block, it is hidden there with others. */
  levels: readonly string[]
  /** All rows, hidden levels too: their sum may be told. */
  rows: readonly Row[]
  rowsOf(level: string): readonly Row[]
  /** As `months`, of the blocks in which the level is told. */
  monthsOf(level: string): Months | null
}

/** Levels that are told only as part of the whole. */
const HIDDEN = ''

/** After so many months a block no longer waits for its smallest levels. */
const PATIENCE = 6

type Block<Row> = Months & { rows: readonly Row[]; shown: ReadonlySet<string> }

/**
 * Cuts a whole history into what may be told: blocks of whole months, each as short as it can be with at least ten people
 * of each level in it; after half a year with at least ten of some level, and the others hidden together. What has come
 * since the last block waits. Give it everything ever seen, whatever is asked for, each row on the day on which it was
 * known for good, and only one property: two at once would cut smaller than this can see. `last` is the last month that
 * is over. Who objects is counted in no month in which they do.
 */
export function toTell<Row extends Seen>(
  history: readonly Row[],
  objections: Objections,
  asked: Months,
  last: string,
  levelOf: (row: Row) => string = () => 'all',
): Told<Row> {
  const blocks = blocksOf(
    unobjected(history, objections).filter(({ on }) => monthOf(on) <= last),
    levelOf,
  ).filter(({ to }) => to >= asked.from && to <= asked.to)
  const showing = (level: string) => blocks.filter(({ shown }) => shown.has(level))
  return {
    months: spanOf(blocks),
    blocks: blocks.map(({ from, to }) => ({ from, to })),
    levels: [...new Set(blocks.flatMap(({ shown }) => [...shown]))],
    rows: blocks.flatMap(({ rows }) => rows),
    rowsOf: (level) => showing(level).flatMap(({ rows }) => rows.filter((row) => levelOf(row) === level)),
    monthsOf: (level) => spanOf(showing(level)),
  }
}

/** Joins the months that follow each other until they can be told; looks only back, so that a block never changes. */
function blocksOf<Row extends Seen>(history: readonly Row[], levelOf: (row: Row) => string): Block<Row>[] {
  const months = Map.groupBy(history, ({ on }) => monthOf(on))
  const blocks: Block<Row>[] = []
  let from: string | null = null
  let rows: Row[] = []
  for (const month of [...months.keys()].toSorted()) {
    from ??= month
    rows = [...rows, ...(months.get(month) ?? [])]
    const shown = tellableLevels(rows, levelOf)
    const isWhole = rows.every((row) => shown.has(levelOf(row)))
    if (!isWhole && (shown.size === 0 || month < moveMonth(from, PATIENCE - 1))) continue
    blocks.push({ from, to: month, rows, shown })
    from = null
    rows = []
  }
  return blocks
}

/** The levels of a property that are no small group, in the order in which they came; none where those hidden would be one. */
export function tellableLevels<Row extends Seen>(
  rows: readonly Row[],
  levelOf: (row: Row) => string,
): Set<string> {
  const levels = [...Map.groupBy(rows, levelOf)]
  const hidden = hiddenCells(levels.map(([, own]) => peopleIn(own)))
  const shown = new Set(
    levels.flatMap(([level], place) => (hidden[place] || level === HIDDEN ? [] : [level])),
  )
  const together = peopleIn(rows.filter((row) => !shown.has(levelOf(row))))
  return together === 0 || isTellable(together) ? shown : new Set()
}

const peopleIn = (rows: readonly Seen[]) => new Set(rows.map(({ person }) => person)).size

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

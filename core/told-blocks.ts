import { type Block, blocksOf, HIDDEN, type LevelOf, type Seen, tellableLevels } from './blocks.ts'
import { nearlyCoincide } from './coinciding.ts'
import { type Months, monthOf } from './months.ts'
import { type Objections, unobjected } from './objections.ts'

// What may be told of a group that is cut by one property, and in time. Everything told is made of the same pieces, and no
// piece is a small group; a piece is decided by what lies in its own block and never cut anew. Blocks of all properties end
// together, at ends of the blocks of everybody, and a property that nearly coincides with one before it is not told there. So
// whatever two answers differ by is no small group either: not two periods, not a part and the whole, not two properties, not
// this month's page and last month's. One thing it cannot see: a record that is changed afterwards (a stage dated back,
// another lead clinician, a corrected birth date).

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

/**
 * Cuts a whole history into what may be told: blocks of whole months, each as short as it can be with at least ten people.
 * Cut by a property they are longer: with at least ten of each level in it; after half a year with those levels that are
 * no small group, and the others hidden together. `beside` are all properties by which the same history can be cut, in an order
 * that never changes: they decide together when a block ends, or one could be taken from another. What has come since the
 * last block waits. Give it everything ever seen, whatever is asked for, each row on the day on which it was known for
 * good, and only one property: two at once would cut smaller than this can see. `last` is the last month that is over. Who
 * objects is counted in no month in which they do.
 */
export function toTell<Row extends Seen>(
  history: readonly Row[],
  objections: Objections,
  asked: Months,
  last: string,
  levelOf?: LevelOf<Row>,
  beside: readonly LevelOf<Row>[] = levelOf ? [levelOf] : [],
): Told<Row> {
  const known = unobjected(history, objections).filter(({ on }) => monthOf(on) <= last)
  const cut = levelOf ?? everybody
  const blocks = blocksOf(known, beside, last)
    .filter(({ to }) => to >= asked.from && to <= asked.to)
    .map((block) => ({ ...block, shown: shownIn(block, cut, beside) }))
  const showing = (level: string) => blocks.filter(({ shown }) => shown.has(level))
  return {
    months: spanOf(blocks),
    blocks: blocks.map(({ from, to }) => ({ from, to })),
    levels: [...new Set(blocks.flatMap(({ shown }) => [...shown]))],
    rows: blocks.flatMap(({ rows }) => rows),
    rowsOf: (level) => showing(level).flatMap(({ rows }) => rows.filter((row) => cut(row) === level)),
    monthsOf: (level) => spanOf(showing(level)),
  }
}

const everybody = () => 'all'

/**
 * The levels that are told in a block: none of a property that nearly coincides with one before it that is told there, or
 * with a part of the block's months, which is told of everybody.
 */
function shownIn<Row extends Seen>(
  { rows, pieces }: Block<Row>,
  levelOf: LevelOf<Row>,
  beside: readonly LevelOf<Row>[],
): ReadonlySet<string> {
  const place = beside.indexOf(levelOf)
  const before = place < 0 ? beside : beside.slice(0, place)
  const told: LevelOf<Row>[] = [({ on }) => pieces.find((end) => monthOf(on) <= end) ?? '']
  for (const one of [...before, levelOf]) {
    const shown = tellableLevels(rows, one)
    const asTold = (row: Row) => (shown.has(one(row)) ? one(row) : HIDDEN)
    const isApart = shown.size > 0 && !told.some((other) => nearlyCoincide(rows, other, asTold))
    if (one === levelOf) return isApart ? shown : new Set()
    if (isApart) told.push(asTold)
  }
  return new Set()
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

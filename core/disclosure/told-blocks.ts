import { once } from '../memo.ts'
import { type Objections, unobjected } from '../patients/objections.ts'
import { type Months, monthOf } from '../time/months.ts'
import { type Block, blocksOf, HIDDEN, type LevelOf, type Seen, tellableLevels } from './blocks.ts'
import { nearlyCoincide } from './coinciding.ts'
import { type Coded, renamed } from './sheet.ts'

// What may be told of a group that is cut by one property, and in time. Everything told is made of the same pieces, and no
// piece is a small group; a piece is decided by what lies in its own block and never cut anew. Blocks of all properties end
// together, at ends of the blocks of everybody, and a property that nearly coincides with one before it is not told there. So
// whatever two answers differ by is no small group either: not two periods, not a part and the whole, not two properties, not
// this month's page and last month's. Rows are given
// as they were known when their month ended (as-known.ts): a later correction moves nobody. One thing this cannot see: a row
// that is gone or new in a month that was told, after a patient was erased or moved to another team.

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
  const cut = levelOf ?? everybody
  const blocks = blocksUntil(history, objections, last, beside)
    .filter(({ to }) => to >= asked.from && to <= asked.to)
    .map((block) => ({ ...block, shown: verdictOf(block, cut, beside).shown }))
  const showing = (level: string) => blocks.filter(({ shown }) => shown.has(level))
  return {
    months: spanOf(blocks),
    blocks: blocks.map(({ from, to }) => ({ from, to })),
    levels: [...new Set(blocks.flatMap(({ shown }) => [...shown]))],
    rows: blocks.flatMap(({ sheet }) => sheet.rows),
    rowsOf: (level) => showing(level).flatMap(({ sheet }) => rowsAt(sheet, cut, level)),
    monthsOf: (level) => spanOf(showing(level)),
  }
}

const everybody = () => 'all'

function rowsAt<Row>({ rows, by }: Block<Row>['sheet'], levelOf: LevelOf<Row>, level: string): Row[] {
  const { levels, of } = by(levelOf)
  const place = levels.indexOf(level)
  return rows.filter((_, row) => of[row] === place)
}

/** What is told of a block by one property: its levels, none where it nearly coincides with one that is told before it. */
type Verdict = { shown: ReadonlySet<string>; asTold: Coded | null }
type Judged<Row> = Block<Row> & { verdicts: Map<LevelOf<Row>, Verdict> }
type Cut<Row> = {
  objections: Objections
  last: string
  beside: readonly LevelOf<Row>[]
  blocks: Judged<Row>[]
}

/** How a history was cut lately: of everybody, and with what it can be cut by. */
const cutsOf = once<readonly Seen[], unknown[]>(() => [])
const MOST_CUTS = 3

/** The blocks of a history; of one that was cut the same way before, those it gave then. */
function blocksUntil<Row extends Seen>(
  history: readonly Row[],
  objections: Objections,
  last: string,
  beside: readonly LevelOf<Row>[],
): Judged<Row>[] {
  const cuts = cutsOf(history) as Cut<Row>[]
  const same = cuts.find(
    (cut) => cut.objections === objections && cut.last === last && areSame(cut.beside, beside),
  )
  if (same) return same.blocks
  const known = unobjected(history, objections).filter(({ on }) => monthOf(on) <= last)
  const blocks = blocksOf(known, beside, last).map((block) => ({ ...block, verdicts: new Map() }))
  cuts.splice(0, Math.max(0, cuts.length - MOST_CUTS + 1))
  cuts.push({ objections, last, beside, blocks })
  return blocks
}

const areSame = (some: readonly unknown[], others: readonly unknown[]) =>
  some.length === others.length && some.every((one, place) => one === others[place])

const NOTHING: Verdict = { shown: new Set(), asTold: null }

/**
 * The levels that are told in a block: none of a property that nearly coincides with one before it that is told there, or
 * with a part of the block's months, which is told of everybody.
 */
function verdictOf<Row>(block: Judged<Row>, levelOf: LevelOf<Row>, beside: readonly LevelOf<Row>[]): Verdict {
  const known = block.verdicts.get(levelOf)
  if (known) return known
  const { sheet, pieceOf } = block
  const place = beside.indexOf(levelOf)
  const before = place < 0 ? beside : beside.slice(0, place)
  const told = before.flatMap((one) => verdictOf(block, one, beside).asTold ?? [])
  const shown = tellableLevels(sheet, levelOf)
  const asTold = renamed(sheet.by(levelOf), (level) => (shown.has(level) ? level : HIDDEN))
  const isApart =
    shown.size > 0 && ![sheet.by(pieceOf), ...told].some((other) => nearlyCoincide(sheet, other, asTold))
  const verdict = isApart ? { shown, asTold } : NOTHING
  block.verdicts.set(levelOf, verdict)
  return verdict
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

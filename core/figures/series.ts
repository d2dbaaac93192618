import { type PeopleIn, tellablePeriods } from '../disclosure/periods.ts'
import { type Objections, unobjected } from '../patients/objections.ts'
import type { Observation } from '../statistics/control-chart.ts'
import { halfOf, type Months, monthOf, monthsOf, quarterOf } from '../time/months.ts'

/** One thing that counts, on an ISO date: 1 or 0 for a share, a score for a mean, how often for a rate. */
export type Counted = { on: string; person: string; value: number }

/** What was counted in one period: how many different people, how many things, and their sum. */
export type Cell = { people: number; n: number; sum: number }

/** The cells of a source by period, where `bucket` names that of a date; and of how many people some months are, at least. */
export type Source = { by(bucket: Bucket): ReadonlyMap<string, Cell>; peopleIn: PeopleIn }
export type Bucket = (date: string) => string

export const buckets = { month: monthOf, quarter: quarterOf, half: halfOf } as const satisfies Record<
  string,
  Bucket
>
export type Every = keyof typeof buckets

/** From fine to coarse. */
const BUCKETS = ['month', 'quarter', 'half'] as const satisfies readonly Every[]

/** Who objects is counted in no month in which they do. */
export function sourceOf(rows: readonly Counted[], objections: Objections): Source {
  const counted = unobjected(rows, objections)
  const byMonth = Map.groupBy(counted, ({ on }) => monthOf(on))
  return {
    by: (bucket) =>
      new Map([...Map.groupBy(counted, ({ on }) => bucket(on))].map(([id, group]) => [id, cellOf(group)])),
    peopleIn: (months) => peopleOf(months.flatMap((month) => byMonth.get(month) ?? [])),
  }
}

/** The same from counts per month ('2026-03'). Who came in two months counts once at least, so people are never too many. */
export function sourceOfMonths(months: ReadonlyMap<string, Cell>): Source {
  const peopleIn = (some: readonly string[]) =>
    Math.max(0, ...some.map((month) => months.get(month)?.people ?? 0))
  const cellOfMonths = (some: readonly (readonly [string, Cell])[]): Cell => ({
    people: peopleIn(some.map(([month]) => month)),
    n: total(some.map(([, { n }]) => n)),
    sum: total(some.map(([, { sum }]) => sum)),
  })
  const inBucket = (bucket: Bucket) => Map.groupBy(months, ([month]) => bucket(`${month}-01`))
  return {
    by: (bucket) => new Map([...inBucket(bucket)].map(([id, some]) => [id, cellOfMonths(some)])),
    peopleIn,
  }
}

/** A row of periods, and how long they are. */
export type Series = { every: Every; observations: Observation[] }

/**
 * The periods of these months, as short as possible: at least half of those with anybody can be told. Which are told, and
 * how long they are, follows from the whole of the source, whatever months are asked for: give it the whole history. So
 * what is hidden cannot be worked out from the rest, nor from another choice of months, nor from what was shown while the
 * history was shorter and cut otherwise. The period in which
 * `today` (ISO date) lies is not told before it is over: yesterday's page and today's would differ by one person.
 */
export function seriesOf(source: Source, months: Months, today: string): Series {
  const cellsBy = (bucket: Bucket) => inOrder([...source.by(bucket)].filter(([id]) => id < bucket(today)))
  const [inMonths, inQuarters, inHalves] = [cellsBy(monthOf), cellsBy(quarterOf), cellsBy(halfOf)]
  const tellable = tellablePeriods({
    months: peopleBy(inMonths),
    quarters: peopleBy(inQuarters),
    halves: peopleBy(inHalves),
    peopleIn: source.peopleIn,
  })
  const byEvery = { month: inMonths, quarter: inQuarters, half: inHalves }
  const grids = BUCKETS.map((every) => ({
    every,
    cells: byEvery[every].map(([id, cell]) => ({ id, cell, hidden: !tellable.has(id) })),
  }))
  const usable = grids.find(
    ({ cells }) => cells.filter(({ hidden }) => !hidden).length * 2 >= Math.max(2, cells.length),
  )
  const { every, cells } = usable ?? grids[2] ?? { every: 'half' as const, cells: [] }
  const told = new Map(
    cells.flatMap(({ id, cell, hidden }) => (hidden || cell.n === 0 ? [] : [[id, cell] as const])),
  )
  const ids = [...new Set(monthsOf(months).map((month) => buckets[every](`${month}-01`)))]
  return {
    every,
    observations: ids.map((id) => {
      const cell = told.get(id)
      return { id, told: cell ? { value: cell.sum / cell.n, n: cell.n, people: cell.people } : null }
    }),
  }
}

type Cells = readonly (readonly [string, Cell])[]
const inOrder = (cells: Cells): Cells => cells.toSorted(([a], [b]) => (a < b ? -1 : 1))
const peopleBy = (cells: Cells) => new Map(cells.map(([id, { people }]) => [id, people]))

/** Everything of a source together. */
export const wholeOf = (source: Source): Cell =>
  source.by(() => 'all').get('all') ?? { people: 0, n: 0, sum: 0 }

function cellOf(rows: readonly Counted[]): Cell {
  return { people: peopleOf(rows), n: rows.length, sum: total(rows.map(({ value }) => value)) }
}

const peopleOf = (rows: readonly Counted[]) => new Set(rows.map(({ person }) => person)).size
const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)

import type { Observation } from './control-chart.ts'
import { halfOf, type Months, monthOf, monthsOf, quarterOf } from './months.ts'
import { hiddenCells } from './small-groups.ts'

/** One thing that counts, on an ISO date: 1 or 0 for a share, a score for a mean, how often for a rate. */
export type Counted = { on: string; person: string; value: number }

/** What was counted in one period: how many different people, how many things, and their sum. */
export type Cell = { people: number; n: number; sum: number }

/** The cells of a source by period; `bucket` names the period of a date. */
export type Source = (bucket: Bucket) => ReadonlyMap<string, Cell>
export type Bucket = (date: string) => string

export const buckets = { month: monthOf, quarter: quarterOf, half: halfOf } as const satisfies Record<
  string,
  Bucket
>
export type Every = keyof typeof buckets

/** From fine to coarse. */
const BUCKETS = ['month', 'quarter', 'half'] as const satisfies readonly Every[]

export const sourceOf =
  (rows: readonly Counted[]): Source =>
  (bucket) =>
    new Map([...Map.groupBy(rows, ({ on }) => bucket(on))].map(([id, group]) => [id, cellOf(group)]))

/** The same from counts per month ('2026-03'). Who came in two months counts once at least, so people are never too many. */
export const sourceOfMonths =
  (months: ReadonlyMap<string, Cell>): Source =>
  (bucket) =>
    new Map(
      [...Map.groupBy(months, ([month]) => bucket(`${month}-01`))].map(([id, group]) => {
        const cells = group.map(([, cell]) => cell)
        const people = Math.max(...cells.map((cell) => cell.people))
        return [id, { people, n: total(cells.map(({ n }) => n)), sum: total(cells.map(({ sum }) => sum)) }]
      }),
    )

/** A row of periods, and how long they are. */
export type Series = { every: Every; observations: Observation[] }

/**
 * Periods over these months, as short as possible: at least half of those with anybody can be told. What is hidden
 * cannot be worked out from the rest.
 */
export function seriesOf(source: Source, months: Months): Series {
  const every =
    BUCKETS.find((one) => {
      const sizes = [...source(buckets[one]).values()].map(({ people }) => people)
      return hiddenCells(sizes).filter((hidden) => !hidden).length * 2 >= Math.max(2, sizes.length)
    }) ?? 'half'
  return { every, observations: observe(source(buckets[every]), months, buckets[every]) }
}

function observe(cells: ReadonlyMap<string, Cell>, months: Months, bucket: Bucket): Observation[] {
  const ids = [...new Set(monthsOf(months).map((month) => bucket(`${month}-01`)))]
  const hidden = hiddenCells(ids.map((id) => cells.get(id)?.people ?? 0))
  return ids.map((id, place) => {
    const cell = cells.get(id)
    return {
      id,
      told:
        cell && cell.n > 0 && !hidden[place]
          ? { value: cell.sum / cell.n, n: cell.n, people: cell.people }
          : null,
    }
  })
}

/** Everything of a source together. */
export const wholeOf = (source: Source): Cell => source(() => 'all').get('all') ?? { people: 0, n: 0, sum: 0 }

function cellOf(rows: readonly Counted[]): Cell {
  const people = new Set(rows.map(({ person }) => person)).size
  return { people, n: rows.length, sum: total(rows.map(({ value }) => value)) }
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)

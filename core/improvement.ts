import type { ChartKind, ControlChart, Mark } from './control-chart.ts'
import type { Indicator } from './indicator.ts'
import type { Series } from './series.ts'
import type { Localised } from './words.ts'

/** A change that a team made to do better: planned and done, studied on the charts, then adopted or abandoned. */
export type Improvement = {
  id: string
  title: string
  startedOn: string
  changed: string
  expected: string
  /** The indicator that it is to move; null where it is about the whole. */
  indicator: string | null
  state: 'open' | 'adopted' | 'abandoned'
  learnt: string | null
  closedOn: string | null
  /** Who registered it. */
  by: string
}

/** An indicator over time, as it is drawn and said. */
export type IndicatorChart = Pick<
  Indicator,
  | 'id'
  | 'title'
  | 'side'
  | 'direction'
  | 'numerator'
  | 'denominator'
  | 'exclusions'
  | 'window'
  | 'source'
  | 'publicId'
> & {
  unverified: boolean
  target: number | null
  every: Series['every']
  chart: ControlChart
  /** In which period each improvement that is about it began. */
  begun: { period: string; improvement: string }[]
  /** The unit of means and values; null where it has no name (a score) or is a share or a rate. */
  unit: Localised | null
  /** The ends of the scale, where there is one. */
  range: readonly [number, number] | null
  decimals: number
  news: News
}

export type TeamCharts = {
  team: { id: string; name: string }
  group: Localised
  today: string
  from: string
  to: string
  indicators: IndicatorChart[]
  improvements: Improvement[]
  /** Whether the reader may register improvements. */
  mayImprove: boolean
}

export const chartKindOf = ({ kind }: Indicator['count'], isEvent: boolean): ChartKind => {
  if (kind === 'mean') return 'individuals'
  if (kind === 'clinical') return isEvent ? 'share' : 'individuals'
  return kind === 'alerts' ? 'rate' : 'share'
}

/** Where improvements stand on a row of periods: the first period that lies after their start, or holds it. */
export const marksOf = (
  improvements: readonly Pick<Improvement, 'startedOn' | 'state'>[],
  bucket: (date: string) => string,
): Mark[] =>
  improvements
    .filter(({ state }) => state !== 'abandoned')
    .map(({ startedOn, state }) => ({ id: bucket(startedOn), adopted: state === 'adopted' }))

/**
 * What there is to say of the last quarter that can be told, of one or three periods: a signal that is good or bad news,
 * or plainly none; and what it was in the quarter before.
 */
export type News = {
  kind: 'better' | 'worse' | 'no-signal' | 'too-few'
  last: { id: string; value: number; n: number } | null
  before: { value: number; n: number } | null
}

export function newsOf({
  chart,
  every,
  direction,
}: Pick<IndicatorChart, 'chart' | 'every' | 'direction'>): News {
  const told = chart.points.flatMap(({ id, value, n, signals, centre }) =>
    value === null || n === null ? [] : [{ id, value, n, signals, centre }],
  )
  const span = every === 'month' ? 3 : 1
  const recent = told.slice(-span)
  const last = recent.at(-1)
  if (!last) return { kind: 'too-few', last: null, before: null }
  const signal = recent.flatMap(({ signals }) => signals).at(-1)
  const good = direction === 'higher-is-better' ? 'above' : 'below'
  const judged = !signal ? 'no-signal' : signal.side === good ? 'better' : 'worse'
  return {
    kind: last.centre === null ? 'too-few' : judged,
    last: { id: last.id, ...together(recent) },
    before: told.length > span ? together(told.slice(0, -span).slice(-span)) : null,
  }
}

function together(points: readonly { value: number; n: number }[]) {
  const n = points.reduce((sum, point) => sum + point.n, 0)
  return { n, value: points.reduce((sum, point) => sum + point.value * point.n, 0) / n }
}

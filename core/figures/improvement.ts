import type { Indicator } from '../outcome-sets/indicator.ts'
import type { Direction } from '../shapes.ts'
import type { ControlChart, ControlPoint, Mark } from '../statistics/control-chart.ts'
import type { ChartKind } from '../statistics/control-limits.ts'
import { judge, type SignalRule } from '../statistics/control-signals.ts'
import type { Localised } from '../words.ts'
import type { Series } from './series.ts'

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
 * What there is to say of the last periods that can be told, three months or one longer period: a signal that is good
 * or bad news or contradicts itself, with the period and the rule of it, or plainly none; and what it was before.
 */
export type News = {
  kind: 'better' | 'worse' | 'mixed' | 'no-signal' | 'too-few'
  last: { from: string; id: string; value: number; n: number } | null
  before: { value: number; n: number } | null
  signal: { id: string; value: number; rule: SignalRule } | null
}

export function newsOf({
  chart,
  every,
  direction,
}: Pick<IndicatorChart, 'chart' | 'every' | 'direction'>): News {
  const told = chart.points.flatMap(({ value, n, ...point }) =>
    value === null || n === null ? [] : [{ ...point, value, n }],
  )
  const span = every === 'month' ? 3 : 1
  const recent = told.slice(-span)
  const [first, last] = [recent[0], recent.at(-1)]
  if (!first || !last) return { kind: 'too-few', last: null, before: null, signal: null }
  const kind = judge(
    recent.flatMap(({ signals }) => signals),
    direction,
  )
  return {
    kind: last.centre === null ? 'too-few' : (kind ?? 'no-signal'),
    last: { from: first.id, id: last.id, ...together(recent) },
    before: told.length > span ? together(told.slice(0, -span).slice(-span)) : null,
    signal: kind && signalOf(recent, kind, direction),
  }
}

type Signalled = Pick<ControlPoint, 'id' | 'signals'> & { value: number }

/** The latest period whose signals say what is said of all. */
function signalOf(points: readonly Signalled[], kind: News['kind'], direction: Direction): News['signal'] {
  const found =
    points.findLast(({ signals }) => judge(signals, direction) === kind) ??
    points.findLast(({ signals }) => signals.length > 0)
  const signal = found?.signals.find((one) => judge([one], direction) === kind) ?? found?.signals[0]
  return found && signal ? { id: found.id, value: found.value, rule: signal.rule } : null
}

function together(points: readonly { value: number; n: number }[]) {
  const n = points.reduce((sum, point) => sum + point.n, 0)
  return { n, value: points.reduce((sum, point) => sum + point.value * point.n, 0) / n }
}

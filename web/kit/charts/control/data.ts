import type { Direction } from '../../../../core/shapes.ts'
import type { ControlChart, ControlPoint } from '../../../../core/statistics/control-chart.ts'
import { judge } from '../../../../core/statistics/control-signals.ts'

/** An improvement as a line: at the period in which it began. */
export type ChartMark = { id: string; title: string; about: string }

export type ControlProps = {
  sentence: string
  /** Above the axis: "%, hoger = beter". */
  axis: string
  chart: ControlChart
  direction: Direction
  marks: readonly ChartMark[]
  /** Both ends of what the axis shows, in the values' unit; what is left out follows from the values. */
  range?: readonly [number, number] | null
  /** How a value is written, and how a period is. */
  write: (value: number) => string
  name: (id: string) => string
  width: number
}

/** Whether a period's signals are good news; null without one. */
export const newsAt = ({ signals }: Pick<ControlPoint, 'signals'>, direction: Direction) =>
  judge(signals, direction)

/** From where to where the axis goes: the real range of a scale and of shares, or from nought. */
export function axisOf(
  { kind, points }: ControlChart,
  range?: readonly [number, number] | null,
): [number, number] {
  if (range) return [range[0], range[1]]
  const highest = Math.max(...points.flatMap(({ value, high }) => [value ?? 0, high ?? 0]))
  if (kind === 'share') return [0, highest > 0.5 ? 1 : highest > 0.2 ? 0.5 : 0.2]
  return [0, highest * 1.15 || 1]
}

import { scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import type { ControlPoint } from '../../../../core/statistics/control-chart.ts'
import { axisOf, type ControlProps } from './data.ts'
import { ValueMark } from './value-mark.tsx'

const WIDTH = 132
const HEIGHT = 34

/** A control chart as small as a line of text: the values within their limits, signals as on the large one. */
export function ControlSpark({
  chart,
  direction,
  range,
  sentence,
}: Pick<ControlProps, 'chart' | 'direction' | 'range' | 'sentence'>) {
  const told = chart.points.filter((point): point is ControlPoint & { value: number } => point.value !== null)
  if (told.length < 2) return <span className="quiet">–</span>
  const x = scalePoint(
    chart.points.map(({ id }) => id),
    [6, WIDTH - 6],
  )
  const y = scaleLinear(axisOf(chart, range), [HEIGHT - 4, 4])
  const at = (id: string) => x(id) ?? 0
  const path = line<ControlPoint & { value: number }>()
    .x(({ id }) => at(id))
    .y(({ value }) => y(value))
  const half = x.step() / 2
  return (
    <svg
      className="chart sparkline"
      role="img"
      aria-label={sentence}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
    >
      {chart.points.map(({ id, low, high }) =>
        low === null || high === null ? null : (
          <rect
            key={id}
            className="lane"
            x={at(id) - half}
            y={y(high)}
            width={2 * half}
            height={Math.max(0, y(low) - y(high))}
          />
        ),
      )}
      {chart.phases.map(({ from, to, centre }) => (
        <line key={from} className="axis" x1={at(from)} x2={at(to)} y1={y(centre)} y2={y(centre)} />
      ))}
      <path className="control-line" d={path(told) ?? ''} />
      {told
        .filter(({ signals, id }) => signals.length > 0 || id === told.at(-1)?.id)
        .map((point) => (
          <g key={point.id} transform={`translate(${at(point.id)} ${y(point.value)}) scale(0.65)`}>
            <ValueMark point={point} x={0} y={0} direction={direction} />
          </g>
        ))}
    </svg>
  )
}

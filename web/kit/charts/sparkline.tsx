import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'

/**
 * A word-sized trend over the scale's whole range; null is a measurement without a score and breaks the line.
 * It only stands beside words that say the same, so a screen reader passes it by.
 */
export function Sparkline({
  values,
  range,
  width = 72,
  height = 18,
}: {
  values: readonly (number | null)[]
  range: readonly [number, number]
  width?: number
  height?: number
}) {
  const x = scaleLinear([0, Math.max(1, values.length - 1)], [3, width - 4])
  const y = scaleLinear(range, [height - 3, 3])
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, place) => x(place))
    .y((value) => y(value ?? 0))
  const last = values.findLastIndex((value) => value !== null)
  return (
    <svg
      className="chart sparkline"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      <path className="line" d={path(values) ?? ''} />
      {last >= 0 ? <circle className="dot" cx={x(last)} cy={y(values[last] ?? 0)} r="3" /> : null}
    </svg>
  )
}

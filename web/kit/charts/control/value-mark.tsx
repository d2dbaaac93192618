import type { Direction } from '../../../../core/shapes.ts'
import type { ControlPoint } from '../../../../core/statistics/control-chart.ts'
import { newsAt } from './data.ts'

/** A value: a dot, or with a signal a diamond: filled with the accent where it is good news, with "worse" where it is not. */
export function ValueMark({
  point,
  x,
  y,
  direction,
}: {
  point: ControlPoint
  x: number
  y: number
  direction: Direction
}) {
  const news = newsAt(point, direction)
  if (!news) return <circle className="control-dot" cx={x} cy={y} r="4" />
  return (
    <path
      className={news === 'better' ? 'control-better' : 'control-worse'}
      d={`M${x} ${y - 6.5}l6.5 6.5-6.5 6.5-6.5-6.5z`}
    />
  )
}

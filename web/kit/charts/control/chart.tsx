import { scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import type { ControlPoint } from '../../../../core/statistics/control-chart.ts'
import { Picture } from '../picture.tsx'
import { lines } from '../text.ts'
import { axisOf, type ControlProps } from './data.ts'
import { Limits } from './limits.tsx'
import { Marks } from './marks.tsx'
import { Moves } from './moves.tsx'
import { Periods } from './periods.tsx'
import { ValueMark } from './value-mark.tsx'

const LEFT = 40
const HEIGHT = 220
const LINE = 15
const BESIDE = 116 // room for the limits' names
const WIDE = 560
const BELOW = 42
const MOVES = 64

/** Values over time with the limits within which chance keeps them, and the improvements that were made. */
export function Control(props: ControlProps) {
  const { chart, sentence, axis, marks, direction, range, write, name, width } = props
  const { points } = chart
  const right = width >= WIDE ? width - BESIDE : width - 12
  const above = lines(axis, width)
  const top = above.length * LINE + (marks.length > 0 ? 44 : 12)
  const x = scalePoint(
    points.map(({ id }) => id),
    [LEFT + 10, right - 10],
  )
  const y = scaleLinear(axisOf(chart, range), [top + HEIGHT, top])
  const at = (id: string) => x(id) ?? LEFT
  const path = line<ControlPoint & { value: number }>()
    .x(({ id }) => at(id))
    .y(({ value }) => y(value))
  const told = points.filter((point): point is ControlPoint & { value: number } => point.value !== null)
  const moving = chart.kind === 'individuals' && told.length > 1
  const bottom = top + HEIGHT + (moving ? MOVES : 0)
  const half = points.length > 1 ? x.step() / 2 : 20
  return (
    <Picture sentence={sentence} width={width} height={bottom + BELOW}>
      {above.map((text, place) => (
        <text key={text} y={10 + place * LINE}>
          {text}
        </text>
      ))}
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <line className="grid" x1={LEFT} x2={right} y1={y(tick)} y2={y(tick)} />
          <text className="r" x={LEFT - 8} y={y(tick) + 4}>
            {write(tick)}
          </text>
        </g>
      ))}
      <Limits chart={chart} at={at} y={y} half={half} write={write} named={width >= WIDE ? right : null} />
      <Marks
        marks={marks}
        at={at}
        top={above.length * LINE}
        bottom={bottom}
        left={LEFT}
        right={width}
        half={half}
      />
      <path className="control-line" d={path(told) ?? ''} />
      {told.map((point) => (
        <ValueMark key={point.id} point={point} x={at(point.id)} y={y(point.value)} direction={direction} />
      ))}
      {moving ? (
        <Moves chart={chart} at={at} top={top + HEIGHT + 16} left={LEFT} right={right} write={write} />
      ) : null}
      <Periods points={points} at={at} y={bottom} room={(right - LEFT) / points.length} name={name} />
    </Picture>
  )
}

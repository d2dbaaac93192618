import { scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import type { Words } from '../../../../core/words.ts'
import { useFormats } from '../../format.ts'
import { useWords } from '../../words.tsx'
import { Picture } from '../picture.tsx'
import { lines, textWidth } from '../text.ts'
import type { MeanLineProps, MeanPoint } from './data.ts'

const words = {
  nl: { people: (n: number) => `n = ${n}`, of: (n: number, of: number) => `${n} van ${of}`, few: 'n < 10' },
  en: { people: (n: number) => `n = ${n}`, of: (n: number, of: number) => `${n} of ${of}`, few: 'n < 10' },
} satisfies Words<unknown>

const LEFT = 34
const TOP = 26 // with one line above the axis
const LINE = 15
const BELOW = 40
const ROOM = 34 // pixels between points below which only the last gets its number

/** What a point's name takes, and what stands below it. */
const widthOf = ({ label, without = '' }: MeanPoint) => Math.max(textWidth(label), textWidth(without))
/** Half of that: the first and the last stand wholly within the chart. */
const halfOf = (point: MeanPoint | undefined) => (point ? widthOf(point) / 2 : 0)

/** Means over time on the scale's own range; no line across a moment with too few people. */
export function MeanLine({
  sentence,
  direction,
  range,
  ticks,
  decimals,
  points,
  norm,
  width,
  height = 210,
}: MeanLineProps) {
  const format = useFormats()
  const x = scalePoint(
    points.map((point) => point.id),
    [Math.max(LEFT + 14, halfOf(points[0])), width - Math.max(24, halfOf(points.at(-1)))],
  ).padding(points.length < 3 ? 0.5 : 0.1)
  const above = lines(direction, width)
  const top = TOP + (above.length - 1) * LINE
  const y = scaleLinear(range, [top + height, top])
  const at = (point: MeanPoint) => x(point.id) ?? 0
  const path = line<MeanPoint>()
    .defined((point) => point.value !== null)
    .x(at)
    .y((point) => y(point.value?.mean ?? 0))
  const whole = top + height + BELOW
  return (
    <Picture sentence={sentence} width={width} height={whole}>
      {above.map((text, place) => (
        <text key={text} y={10 + place * LINE}>
          {text}
        </text>
      ))}
      {ticks.map((tick) => (
        <g key={tick}>
          <line className="grid" x1={LEFT} x2={width} y1={y(tick)} y2={y(tick)} />
          <text className="r" x={LEFT - 8} y={y(tick) + 4}>
            {format.number(tick, decimals)}
          </text>
        </g>
      ))}
      {norm ? <Norm y={y(norm.value)} label={norm.label} width={width} /> : null}
      {[...Map.groupBy(points, ({ chain }) => chain)].map(([chain, own]) => (
        <path key={chain ?? ''} className="line" d={path(own) ?? ''} />
      ))}
      {points.map((point, place) => (
        <MeanMark
          key={point.id}
          point={point}
          x={at(point)}
          y={y}
          decimals={decimals}
          labelled={(width - LEFT) / points.length > ROOM || place === points.length - 1}
        />
      ))}
      <MomentLabels
        points={points}
        at={at}
        y={top + height}
        room={(width - LEFT) / Math.max(1, points.length)}
      />
    </Picture>
  )
}

function Norm({ y, label, width }: { y: number; label: string; width: number }) {
  return (
    <>
      <line className="norm" x1={LEFT} x2={width} y1={y} y2={y} />
      <text className="r halo" x={width} y={y - 4}>
        {label}
      </text>
    </>
  )
}

function MeanMark({
  point,
  x,
  y,
  decimals,
  labelled,
}: {
  point: MeanPoint
  x: number
  y: (value: number) => number
  decimals: number
  labelled: boolean
}) {
  const format = useFormats()
  if (!point.value) return null
  const { mean, low, high } = point.value
  return (
    <g>
      <path
        className="interval"
        d={`M${x} ${y(low)}V${y(high)}M${x - 4} ${y(low)}h8M${x - 4} ${y(high)}h8`}
      />
      <circle className="dot" cx={x} cy={y(mean)} r="4.5" />
      {labelled ? (
        <text className="k halo" x={x + 8} y={y(mean) - 7}>
          {format.number(mean, Math.max(1, decimals))}
        </text>
      ) : null}
    </g>
  )
}

const peopleOf = ({ value, without }: MeanPoint, say: (typeof words)['nl']) => {
  if (!value) return without ?? say.few
  return value.of === undefined ? say.people(value.n) : say.of(value.n, value.of)
}

function MomentLabels({
  points,
  at,
  y,
  room,
}: {
  points: readonly MeanPoint[]
  at: (point: MeanPoint) => number
  y: number
  room: number
}) {
  const say = useWords(words)
  const widest = Math.max(...points.map((point) => widthOf(point) + 8), 60)
  const every = Math.max(1, Math.ceil(widest / room))
  return points.map((point, place) =>
    place % every === 0 ? (
      <g key={point.id}>
        <text className="m k" x={at(point)} y={y + 18}>
          {point.label}
        </text>
        <text className="m" x={at(point)} y={y + 34}>
          {peopleOf(point, say)}
        </text>
      </g>
    ) : null,
  )
}

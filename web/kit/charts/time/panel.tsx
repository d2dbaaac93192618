import { line } from 'd3-shape'
import type { Words } from '../../../../core/words.ts'
import { useFormats } from '../../format.ts'
import { useWords } from '../../words.tsx'
import { Diamond, GapMark } from '../marks.tsx'
import { lastScore, type TimePoint } from './data.ts'
import { apart, type Geometry, type PanelBox, ticks } from './geometry.ts'

const words = {
  nl: {
    norm: (value: string) => `norm ${value}`,
    missed: 'gemist',
    some: (answered: number, of: number) => `${answered} van ${of}`,
  },
  en: {
    norm: (value: string) => `norm ${value}`,
    missed: 'missed',
    some: (answered: number, of: number) => `${answered} of ${of}`,
  },
} satisfies Words<unknown>

type BoxProps = { box: PanelBox; geo: Geometry }

const CONCERN = { none: null, watch: 's1', high: 's3' } as const

/** The bands of severity as tints, each with a thin edge. */
export function Bands({ box, geo }: BoxProps) {
  const { panel, y } = box
  return panel.bands.map((band, place) => {
    const until = panel.bands[place + 1]?.from ?? panel.range[1]
    const tint = CONCERN[band.concern]
    return (
      <g key={band.label}>
        {tint ? (
          <rect
            className={tint}
            x={geo.x0}
            width={geo.x1 - geo.x0}
            y={y(Math.max(until, band.from))}
            height={Math.abs(y(band.from) - y(until))}
          />
        ) : null}
        {place > 0 ? (
          <line className="band-edge" x1={geo.x0} x2={geo.x1} y1={y(band.from)} y2={y(band.from)} />
        ) : null}
      </g>
    )
  })
}

/** The axis with the real range of the scale. */
export function Axis({ box, geo }: BoxProps) {
  const format = useFormats()
  const { panel, y, top, height } = box
  const [low, high] = panel.range
  return (
    <>
      <line className="axis" x1={geo.x0 - 0.5} x2={geo.x0 - 0.5} y1={top} y2={top + height} />
      {ticks(panel.range).map((tick) => (
        <g key={tick}>
          <line className="axis" x1={geo.x0 - 4} x2={geo.x0} y1={y(tick)} y2={y(tick)} />
          <text className="r" x={geo.x0 - 8} y={y(tick) + (tick === high ? 9 : tick === low ? 2 : 4)}>
            {format.number(tick, panel.decimals)}
          </text>
        </g>
      ))}
    </>
  )
}

export function NormLine({ box, geo }: BoxProps) {
  const say = useWords(words)
  const format = useFormats()
  const { norm, decimals } = box.panel
  if (norm === null) return null
  const y = box.y(norm)
  return (
    <>
      <line className="norm" x1={geo.x0} x2={geo.x1} y1={y} y2={y} />
      <text className="r halo" x={geo.x1} y={y - 4}>
        {say.norm(format.number(norm, Math.max(1, decimals)))}
      </text>
    </>
  )
}

/** Markers at measurements; the line stops at whatever is no score. */
export function Series({ box, geo }: BoxProps) {
  const { panel, y } = box
  const seen = panel.points.filter((point) => geo.x(point.at) >= geo.x0)
  const path = line<TimePoint>()
    .defined((point) => point.kind === 'score')
    .x((point) => geo.x(point.at))
    .y((point) => y(point.kind === 'score' ? point.value : 0))
  const last = lastScore(panel)?.at
  return (
    <>
      {[false, true].map((byOther) => (
        <path key={String(byOther)} className="line" d={path(seen.filter(isOf(byOther))) ?? ''} />
      ))}
      {merged(seen, geo).map(({ point, times }) => (
        <PointMark
          key={`${point.at} ${point.kind}`}
          point={point}
          times={times}
          box={box}
          geo={geo}
          last={point.at === last}
        />
      ))}
    </>
  )
}

/** Answers of one view are joined; gaps interrupt both. */
const isOf = (byOther: boolean) => (point: TimePoint) =>
  point.kind !== 'score' || (point.byOther ?? false) === byOther

/** Gaps of one kind that would lie on each other are one mark with their number. */
function merged(points: readonly TimePoint[], geo: Geometry): { point: TimePoint; times: number }[] {
  const marks: { point: TimePoint; times: number }[] = []
  for (const point of points) {
    const before = marks.at(-1)
    const isSame = point.kind !== 'score' && before?.point.kind === point.kind
    if (isSame && !apart(geo, before.point.at, point.at)) before.times += 1
    else marks.push({ point, times: 1 })
  }
  return marks
}

type MarkProps = BoxProps & { point: TimePoint; times: number; last: boolean }

function PointMark({ point, times, box, geo, last }: MarkProps) {
  const say = useWords(words)
  const x = geo.x(point.at)
  const ground = box.top + box.height
  if (point.kind === 'score') {
    const y = box.y(point.value)
    const dot = point.byOther ? 'dot dot-open' : 'dot'
    return point.concern ? <Diamond x={x} y={y} /> : <circle className={dot} cx={x} cy={y} r={last ? 5 : 4} />
  }
  return (
    <>
      <GapMark kind={point.kind} x={x} y={ground} />
      {point.kind === 'not-computable' || times > 1 ? (
        <text className="m halo" x={x} y={ground - 9}>
          {point.kind === 'not-computable' && times === 1 ? say.some(point.answered, point.of) : `${times}×`}
        </text>
      ) : null}
    </>
  )
}

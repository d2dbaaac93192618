import { pathThrough, stretches } from '../../../../core/change/stretches.ts'
import type { Words } from '../../../../core/words.ts'
import { useWords } from '../../words.tsx'
import { Diamond, GapMark } from '../marks.tsx'
import { lastScore, type TimePoint } from './data.ts'
import { apart, type BoxProps, type Geometry } from './geometry.ts'

const words = {
  nl: { some: (answered: number, of: number) => `${answered} van ${of}` },
  en: { some: (answered: number, of: number) => `${answered} of ${of}` },
} satisfies Words<unknown>

/** Markers at measurements; the line stops at whatever is no score, and goes on only over scores of its kind. */
export function Series({ box, geo }: BoxProps) {
  const { panel, y } = box
  const seen = panel.points.filter((point) => geo.x(point.at) >= geo.x0)
  const joined = stretches(seen, (point) => (point.kind === 'score' ? (point.line ?? '') : null))
  const last = lastScore(panel)?.at
  return (
    <>
      <path
        className="line"
        d={pathThrough(joined, (point) => [geo.x(point.at), point.kind === 'score' ? y(point.value) : 0])}
      />
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
  const above = times > 1 ? `${times}×` : shareAnswered(point, say)
  if (point.kind === 'score') return <ScoreMark point={point} box={box} x={x} last={last} />
  return (
    <>
      <GapMark kind={point.kind} x={x} y={ground} />
      {above ? (
        <text className="m halo" x={x} y={ground - 9}>
          {above}
        </text>
      ) : null}
    </>
  )
}

/** There is room for a count beside a mark; any other reason is told in the table and below the chart. */
const shareAnswered = (point: TimePoint, say: (typeof words)['nl']): string | null =>
  point.kind === 'not-computable' && point.reason === 'too-few-answers' && point.of !== null
    ? say.some(point.answered, point.of)
    : null

type ScoreProps = Pick<BoxProps, 'box'> & {
  point: Extract<TimePoint, { kind: 'score' }>
  x: number
  last: boolean
}

function ScoreMark({ point, box, x, last }: ScoreProps) {
  const y = box.y(point.value)
  const isHigh = y - box.top < 18
  return (
    <>
      {point.concern ? (
        <Diamond x={x} y={y} />
      ) : (
        <circle className={point.byOther ? 'dot dot-open' : 'dot'} cx={x} cy={y} r={last ? 5 : 4} />
      )}
      {point.mark ? (
        <text className="m halo" x={x} y={isHigh ? y + 19 : y - 9}>
          {point.mark}
        </text>
      ) : null}
    </>
  )
}

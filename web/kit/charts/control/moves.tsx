import type { ControlChart } from '../../../../core/statistics/control-chart.ts'
import type { Words } from '../../../../core/words.ts'
import { useWords } from '../../words.tsx'

const words = {
  nl: { moved: 'sprong sinds de periode ervoor', limit: (value: string) => `grens ${value}` },
  en: { moved: 'jump since the period before', limit: (value: string) => `limit ${value}` },
} satisfies Words<unknown>

const HEIGHT = 34

type MovesProps = {
  chart: ControlChart
  at: (id: string) => number
  top: number
  left: number
  right: number
  write: (value: number) => string
}

/** The moving ranges below an XmR chart, by phase: how far each value lies from the one before. */
export function Moves({ chart: { points, phases }, at, top, left, right, write }: MovesProps) {
  const say = useWords(words)
  const placeOf = new Map(points.map(({ id }, place) => [id, place]))
  const parts =
    phases.length > 0 ? phases : [{ from: points[0]?.id, to: points.at(-1)?.id, movedLimit: null }]
  const drawn = parts.map(({ from = '', to = '', movedLimit }) => ({
    from,
    to,
    limit: movedLimit,
    moved: points
      .slice(placeOf.get(from) ?? 0, (placeOf.get(to) ?? 0) + 1)
      .flatMap(({ id, moved: by }) => (by === null ? [] : [{ id, by }])),
  }))
  const most =
    Math.max(...drawn.flatMap(({ limit, moved }) => [limit ?? 0, ...moved.map(({ by }) => by)])) || 1
  const y = (value: number) => top + HEIGHT - (value / most) * HEIGHT
  const last = drawn.at(-1)?.limit ?? null
  return (
    <g>
      <line className="grid" x1={left} x2={right} y1={top + HEIGHT} y2={top + HEIGHT} />
      {last === null ? null : (
        <text className="r halo" x={right} y={y(last) - 3}>
          {say.limit(write(last))}
        </text>
      )}
      <text className="halo" x={left} y={top - 4}>
        {say.moved}
      </text>
      {drawn.map((part) => (
        <g key={part.from}>
          {part.limit === null ? null : (
            <line
              className="norm"
              x1={at(part.from)}
              x2={at(part.to)}
              y1={y(part.limit)}
              y2={y(part.limit)}
            />
          )}
          <polyline
            className="control-moves"
            points={part.moved.map(({ id, by }) => `${at(id)},${y(by)}`).join(' ')}
          />
          {part.moved.map(({ id, by }) => (
            <circle key={id} className="mark" cx={at(id)} cy={y(by)} r="2.5" />
          ))}
        </g>
      ))}
    </g>
  )
}

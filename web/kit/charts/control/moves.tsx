import type { ControlChart } from '../../../../core/control-chart.ts'
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

/** The moving ranges below an XmR chart: how far each value lies from the one before. */
export function Moves({ chart: { points, movedLimit }, at, top, left, right, write }: MovesProps) {
  const say = useWords(words)
  const moved = points.flatMap(({ id, moved: by }) => (by === null ? [] : [{ id, by }]))
  const most = Math.max(movedLimit ?? 0, ...moved.map(({ by }) => by)) || 1
  const y = (value: number) => top + HEIGHT - (value / most) * HEIGHT
  return (
    <g>
      <line className="grid" x1={left} x2={right} y1={top + HEIGHT} y2={top + HEIGHT} />
      {movedLimit === null ? null : (
        <>
          <line className="norm" x1={left} x2={right} y1={y(movedLimit)} y2={y(movedLimit)} />
          <text className="r halo" x={right} y={y(movedLimit) - 3}>
            {say.limit(write(movedLimit))}
          </text>
        </>
      )}
      <text className="halo" x={left} y={top - 4}>
        {say.moved}
      </text>
      <polyline
        className="control-moves"
        points={moved.map(({ id, by }) => `${at(id)},${y(by)}`).join(' ')}
      />
      {moved.map(({ id, by }) => (
        <circle key={id} className="mark" cx={at(id)} cy={y(by)} r="2.5" />
      ))}
    </g>
  )
}

import type { ControlPoint } from '../../../../core/statistics/control-chart.ts'
import { textWidth } from '../text.ts'

type PeriodsProps = {
  points: readonly ControlPoint[]
  at: (id: string) => number
  y: number
  /** Pixels between two periods. */
  room: number
  name: (id: string) => string
}

/** The names of the periods below the axis, as many as fit, and how many people or lists each is of. */
export function Periods({ points, at, y, room, name }: PeriodsProps) {
  const widest = Math.max(...points.map(({ id }) => textWidth(name(id)) + 10), 44)
  const every = Math.max(1, Math.ceil(widest / room))
  return points.map(({ id, n }, place) =>
    (points.length - 1 - place) % every === 0 ? (
      <g key={id}>
        <text className="m k" x={at(id)} y={y + 18}>
          {name(id)}
        </text>
        <text className="m" x={at(id)} y={y + 34}>
          {n === null ? '–' : `n ${n}`}
        </text>
      </g>
    ) : null,
  )
}

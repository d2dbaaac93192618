import { lines, textWidth } from '../text.ts'
import type { ChartMark } from './data.ts'

type MarksProps = {
  marks: readonly ChartMark[]
  at: (id: string) => number
  /** Above the names, and where the lines end. */
  top: number
  bottom: number
  left: number
  right: number
  half: number
}

const NARROW = 84

/** Improvements as lines with their name and date above the plot, as wide as the next one allows. */
export function Marks({ marks, at, top, bottom, left, right, half }: MarksProps) {
  const placed = marks.map((mark) => ({ ...mark, x: Math.max(left, at(mark.id) - half) }))
  return placed.map(({ id, title, about, x }, place) => {
    const next = placed[place + 1]?.x ?? right
    const room = Math.max(NARROW, next - x - 12)
    const turned = x + 6 + Math.min(room, textWidth(title)) > right
    const [first = '', ...rest] = lines(title, room)
    return (
      <g key={`${id} ${title}`} className={turned ? 'r' : undefined}>
        <line className="today" x1={x} x2={x} y1={top + 6} y2={bottom} />
        <text className={turned ? 'c k halo r' : 'c k halo'} x={turned ? x - 6 : x + 6} y={top + 16}>
          {rest.length > 0 ? `${first} …` : first}
        </text>
        <text className={turned ? 'halo r' : 'halo'} x={turned ? x - 6 : x + 6} y={top + 31}>
          {about}
        </text>
      </g>
    )
  })
}

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

type Placed = ChartMark & { x: number; turned: boolean; room: number }

/** Each name stands after its line; before it where it has more room there and needs it, or would leave the picture. */
function placed({ marks, at, left, right, half }: MarksProps): Placed[] {
  const xs = marks.map(({ id }) => Math.max(left, at(id) - half))
  const done: Placed[] = []
  for (const [place, mark] of marks.entries()) {
    const [x = left, next = right] = xs.slice(place, place + 2)
    const previous = done.at(-1)
    const after = next - x - 12
    const before = previous && !previous.turned ? 0 : x - (previous?.x ?? 0) - 12
    const width = Math.max(textWidth(mark.title), textWidth(mark.about))
    const leaves = x + 6 + Math.min(Math.max(NARROW, after), width) > right
    const turned = (width > after && before > after) || leaves
    done.push({ ...mark, x, turned, room: Math.max(NARROW, turned ? before : after) })
  }
  return done
}

/** Improvements as lines with their name and date above the plot, as wide as those beside it allow. */
export function Marks(props: MarksProps) {
  const { top, bottom } = props
  return placed(props).map(({ id, title, about, x, turned, room }) => {
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

import { useWords } from '../../kit/words.tsx'
import { words } from './words.ts'

const WIDTH = 200
const HEIGHT = 34
const GROUND = 30
const STEP = 6 // dots this close stand on each other
const MOST = 4 // dots on each other; more would leave the picture

/** Everybody in a stage as a dot, on an axis in norms: the norm stands in the middle of every stage. */
export function Spread({ days, norm }: { days: readonly number[]; norm: number }) {
  const say = useWords(words)
  const over = days.filter((one) => one > norm).length
  return (
    <svg
      className="board-spread"
      role="img"
      viewBox={`0 0 ${WIDTH} ${HEIGHT + 14}`}
      aria-label={say.spread(days.length, over, say.days(norm))}
    >
      <line className="ground" x1="0" x2={WIDTH} y1={GROUND} y2={GROUND} />
      <line className="norm" x1={WIDTH / 2} x2={WIDTH / 2} y1="2" y2={HEIGHT} />
      {placesOf(days, norm).map(({ x, level, late, key }) => {
        const y = GROUND - 4 - level * STEP
        return late ? (
          <path key={key} className="late" d={`M${x} ${y - 4}l4 4-4 4-4-4z`} />
        ) : (
          <circle key={key} cx={x} cy={y} r="2.6" />
        )
      })}
      <text x={WIDTH / 2} y={HEIGHT + 12}>
        {say.norm(say.days(norm))}
      </text>
    </svg>
  )
}

type Place = { x: number; level: number; late: boolean; key: string }

/** Up to the norm in proportion; beyond it twice the norm is the edge, and longer stands at the edge. */
function placesOf(days: readonly number[], norm: number): Place[] {
  const levels = new Map<number, number>()
  return days.map((one, place) => {
    const share = norm === 0 ? 2 : Math.min(one / norm, 2)
    const slot = Math.round((share * (WIDTH - 12)) / 2 / STEP)
    const level = levels.get(slot) ?? 0
    levels.set(slot, level + 1)
    return { x: 6 + slot * STEP, level: Math.min(level, MOST), late: one > norm, key: String(place) }
  })
}

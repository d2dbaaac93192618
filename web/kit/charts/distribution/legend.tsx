import { ramp } from '../ramp.ts'
import { textWidth } from '../text.ts'
import type { Category } from './data.ts'

/** The colour of a part of the bar, and of the number on it. */
export function fillOf(category: Category, index: number, count: number, hatch: string) {
  if (category.tone === 'better') return { fill: 'var(--accent)', text: 'var(--on-accent)' }
  if (category.tone === 'worse') return { fill: `url(#${hatch})`, text: 'var(--worse)' }
  if (category.tone === 'same') return { fill: 'var(--d-1)', text: 'var(--on-d-1)' }
  return ramp(index, count)
}

const SWATCH = 10
const BEFORE_TEXT = SWATCH + 5
const BETWEEN = 12
export const LEGEND_LINE = 22

const wide = ({ label }: Category) => BEFORE_TEXT + textWidth(label) + BETWEEN

/** Where each name stands: above the bars when it fits there, else from the left edge, in lines. */
export function legendPlaces(categories: readonly Category[], x0: number, width: number) {
  const whole = categories.reduce((sum, category) => sum + wide(category), 0) - BETWEEN
  const start = whole <= width - x0 ? x0 : Math.max(0, width - whole)
  let x = start
  let line = 0
  return categories.map((category) => {
    if (x > start && x + wide(category) - BETWEEN > width) {
      x = start
      line += 1
    }
    const place = { category, x, line }
    x += wide(category)
    return place
  })
}

type LegendProps = { places: ReturnType<typeof legendPlaces>; hatch: string }

/** What each part of a bar means, in the order of the parts. */
export function Legend({ places, hatch }: LegendProps) {
  return places.map(({ category, x, line }, index) => (
    <g key={category.id} transform={`translate(${x} ${line * LEGEND_LINE})`}>
      <rect y="1" width={SWATCH} height={SWATCH} fill={fillOf(category, index, places.length, hatch).fill} />
      <text className="k" x={BEFORE_TEXT} y="10">
        {category.label}
      </text>
    </g>
  ))
}

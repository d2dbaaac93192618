import { html } from 'hono/html'
import { LETTER, type Point, round, type Sides, TOP } from './chart-places.ts'
import { type Html, told, type Voice } from './frame.ts'
import type { DomainResult } from './results.ts'

type Place = { x: number; y: number; half: number }
const collide = (a: Place, b: Place) => Math.abs(a.x - b.x) < a.half + b.half && Math.abs(a.y - b.y) < 18

/**
 * The values beside their dots, the last one first: above where there is room, else below, and where neither is free
 * the dot stands alone. Every value is in the description and in the list as well.
 */
export function valueLabels(
  { say: write }: Voice,
  { scale, trend }: DomainResult,
  points: readonly Point[],
  { x, y }: { x: (time: number) => number; y: (value: number) => number },
): Html[] {
  const taken: Place[] = []
  return points.toReversed().flatMap((point) => {
    if (point.kind !== 'score') return []
    const now = point.assessmentId === trend.last?.assessmentId
    const text = write.number(point.value, scale.decimals)
    const [middle, dot] = [x(Date.parse(point.at)), y(point.value)]
    const half = (text.length * (now ? 12 : 10)) / 2 + 2
    const places = [dot - 13, dot + 26].map((at) => ({ x: middle, y: at, half }))
    const place = places.find((one) => one.y > TOP + 9 && !taken.some((other) => collide(one, other)))
    if (!place) return []
    taken.push(place)
    return [
      html`<text class="val${now ? ' now' : ''}" x="${round(place.x)}" y="${round(place.y)}">${text}</text>`,
    ]
  })
}

/** What the parts of the scale mean, beside it; a label is broken where it is too long. */
export function bandLabels(
  voice: Voice,
  { scale }: DomainResult,
  { width, right }: Sides,
  y: (value: number) => number,
): Html[] {
  return scale.bands.map(({ from, label }, place) => {
    const until = scale.bands[place + 1]?.from ?? scale.range[1]
    const middle = y((Math.max(from, scale.range[0]) + until) / 2)
    const lines = broken(told(voice, label), (width - right - 8) / LETTER)
    const height = Math.abs(y(from) - y(until))
    const shown = lines.length * 16 <= height + 16 ? lines : lines.slice(0, 1)
    return html`<text>${shown.map(
      (line, row) =>
        html`<tspan x="${right + 8}" y="${round(middle + 5 + (row - (shown.length - 1) / 2) * 16)}">${line}</tspan>`,
    )}</text>`
  })
}

/** A label in lines of at most so many letters, broken between words. */
export function broken(label: string, letters: number): string[] {
  const lines: string[] = []
  for (const word of label.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`
    if (lines.length > 0 && longer.length <= letters) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

import { html } from 'hono/html'
import { pathThrough, scoreLine, stretches } from '../../core/change/stretches.ts'
import { bandLabels, broken, valueLabels } from './chart-labels.ts'
import { BOTTOM, LEFT, LETTER, type Point, round, type Sides, sidesFor, TOP } from './chart-places.ts'
import { type Html, told, type Voice } from './frame.ts'
import type { DomainResult } from './results.ts'

/** The picture. What it says is in its title and description, for who does not see it. */
export function resultChart(voice: Voice, result: DomainResult, id: string): Html {
  const { scale, norm } = result
  const { say: write } = voice
  const points = pointsOf(result)
  const sides = sidesFor(voice.size)
  const x = timeScale(
    points.map(({ at }) => Date.parse(at)),
    sides,
  )
  const y = (value: number) => BOTTOM - ((value - scale.range[0]) / span(scale.range)) * (BOTTOM - TOP)
  const said = chartSaid(voice, result)
  const labelled = thin(points, result, (point) => x(Date.parse(point.at)))
  const withYear = new Set(points.map(({ at }) => write.year(at))).size > 1
  const heading = broken(directionOf(voice, scale), sides.width / LETTER)
  const above = (heading.length - 1) * 16
  return html`<svg class="chart" viewBox="0 ${-above} ${sides.width} ${above + (withYear ? 252 : 236)}" role="img" aria-labelledby="${id}-t ${id}-d">
<title id="${id}-t">${said.title}</title>
<desc id="${id}-d">${said.values}</desc>
${heading.map((line, row) => html`<text x="0" y="${14 - above + row * 16}">${line}</text>`)}
${stageBands(voice, result, sides, x)}
${[scale.range[0], (scale.range[0] + scale.range[1]) / 2, scale.range[1]].map(
  (tick) => html`<path class="grid" d="M${LEFT} ${y(tick)}H${sides.right}"/>
<text class="fin" x="${LEFT - 6}" y="${y(tick) + 5}">${write.number(tick, 1)}</text>`,
)}
${bandLabels(voice, result, sides, y)}
${norm === null ? '' : html`<path class="norm" d="M${LEFT} ${y(norm)}H${sides.right}"/>`}
<path class="line" d="${pathThrough(stretches(points, scoreLine), ({ at, ...point }) => [round(x(Date.parse(at))), point.kind === 'score' ? round(y(point.value)) : 0])}"/>
${points.map((point) => mark(result, point, { x: x(Date.parse(point.at)), y }))}
${valueLabels(voice, result, points, { x, y })}
${labelled.map((point) => dayLabel(voice, x(Date.parse(point.at)), point.at, withYear))}
</svg>`
}

/** What higher means in the words of the instrument, or in ours where it has none in this language. */
const directionOf = (voice: Voice, { direction, directionWords }: DomainResult['scale']): string =>
  voice.language in directionWords ? told(voice, directionWords) : voice.words.higherIs[direction]

const pointsOf = ({ trend }: DomainResult) => trend.points.filter(({ kind }) => kind !== 'not-asked')

/** What the picture shows, for who does not see it: what is measured, then each day with its value. */
export function chartSaid(voice: Voice, result: DomainResult): { title: string; values: string } {
  const { scale, title } = result
  const { words, say: write } = voice
  const [lowest, highest] = scale.range.map((end) => write.number(end, 0)) as [string, string]
  const said = pointsOf(result).map(
    (point) => `${write.date(point.at)}: ${tell(voice, scale.decimals, point)}`,
  )
  return {
    title: `${words.score(told(voice, title), lowest, highest)}. ${directionOf(voice, scale)}`,
    values: said.join('; '),
  }
}

const span = ([from, to]: readonly [number, number]) => to - from

/** From the first measurement to the last, with room for a dot at both ends. */
function timeScale(times: readonly number[], { right }: Sides): (time: number) => number {
  const [first, last] = [Math.min(...times), Math.max(...times)]
  if (first === last) return () => (LEFT + right) / 2
  return (time) => LEFT + 20 + ((time - first) / (last - first)) * (right - LEFT - 40)
}

function mark({ trend }: DomainResult, point: Point, at: { x: number; y: (value: number) => number }): Html {
  const x = round(at.x)
  if (point.kind !== 'score') return html`<circle class="miss" cx="${x}" cy="${BOTTOM + 9}" r="5"/>`
  const now = point.assessmentId === trend.last?.assessmentId
  return html`<circle class="dot" cx="${x}" cy="${round(at.y(point.value))}" r="${now ? 8 : 6}"/>`
}

const dayLabel = ({ say: write }: Voice, x: number, at: string, withYear: boolean) =>
  html`<path class="tick" d="M${round(x)} ${BOTTOM}v8"/><text class="mid" x="${round(x)}" y="232">${write.short(at)}</text>${withYear ? html`<text class="mid" x="${round(x)}" y="248">${write.year(at)}</text>` : ''}`

/** The points that get their day below the axis: the last, the one it is compared with, the first, then what leaves room. */
function thin(points: readonly Point[], { trend }: DomainResult, x: (point: Point) => number): Point[] {
  const compared = points.filter(({ at }) => at === trend.sincePrevious?.at)
  const kept: Point[] = []
  for (const point of [...points.slice(-1), ...compared, ...points.slice(0, 1), ...points.toReversed()])
    if (kept.every((other) => Math.abs(x(other) - x(point)) >= 52)) kept.push(point)
  return kept
}

/** Stages of the care path behind the line; a name only where it fits. */
function stageBands(
  voice: Voice,
  { stages, trend }: DomainResult,
  { right }: Sides,
  x: (time: number) => number,
): Html[] {
  const inside = (time: number) => Math.min(right, Math.max(LEFT, x(time)))
  const [only, ...others] = new Set(
    trend.points.flatMap(({ kind, at }) => (kind === 'not-asked' ? [] : [at])),
  )
  const single = others.length === 0
  const current = stages.findLast(({ from }) => only && from <= only.slice(0, 10)) ?? stages[0]
  return stages.map((stage, place) => {
    const next = stages[place + 1]
    const from = single || place === 0 ? LEFT : inside(Date.parse(stage.from))
    const until = next && !single ? inside(Date.parse(next.from)) : right
    const name = told(voice, stage.title)
    const fits = name.length * LETTER + 12 < until - from
    if (single && stage !== current) return html``
    return html`<rect class="s${place % 2}" x="${round(from)}" y="26" width="${round(Math.max(0, until - from))}" height="176"/>
${fits ? html`<text x="${round(from + 6)}" y="42">${name}</text>` : ''}`
  })
}

/** A measurement in words. */
export function tell({ words, say: write }: Voice, decimals: number, point: Point): string {
  if (point.kind === 'score')
    return `${write.number(point.value, decimals)}${point.byProxy ? ` (${words.byProxy})` : ''}`
  return point.kind === 'not-computable' ? words.notComputed : words.notFilled
}

import { pathThrough, scoreLine, stretches } from '../change/stretches.ts'
import type { Formats } from '../words/formats.ts'
import type { Block } from '../words/printed.ts'
import { type Language, say as sayIn } from '../words.ts'
import type { Panel } from './one-pager.ts'
import { recordWords } from './record-words.ts'

// One scale over time on paper, 350 by 112: its whole range, its bands, each measurement, no line over a gap.
const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [350, 112, 34, 256, 12, 88]
/** A value or a day takes so much room beside another. */
const APART = 52
/** Of a word beside a band: so many letters fit on a line, and so high is one. */
const [LETTERS, LINE] = [16, 12]

type Score = Extract<Panel['trend']['points'][number], { kind: 'score' }>
type Place = { x: (at: string) => number; y: (value: number) => number }
type Reader = { language: Language; format: Formats }

/** The pictures of what was measured more than once, each with its name and in words; none for a single measurement. */
export const recordCharts = (panels: readonly Panel[], reader: Reader): Block[] =>
  panels.flatMap((panel): Block[] => {
    const scored = scoresOf(panel)
    if (scored.length < 2) return []
    const alt = saidOf(panel, reader)
    return [
      { kind: 'below', text: sayIn(panel.title, reader.language) },
      { kind: 'figure', svg: drawn(panel, scored, reader), alt },
    ]
  })

const scoresOf = ({ trend }: Panel): Score[] => trend.points.filter((point) => point.kind === 'score')

/** What the picture shows, for who does not see it. */
function saidOf({ title, directionWords, range, decimals, trend }: Panel, { language, format }: Reader) {
  const say = recordWords[language]
  const [from, to] = range.map((end) => format.number(end, 0))
  const points = trend.points.flatMap((point) => {
    if (point.kind === 'not-asked') return []
    const value = point.kind === 'score' ? format.number(point.value, decimals) : say.missing
    return [`${format.date(point.at)}: ${value}`]
  })
  return `${sayIn(title, language)}, ${say.rangeOf(`${from}`, `${to}`)}, ${sayIn(directionWords, language)}. ${points.join('; ')}`
}

function placeOf({ range: [low, high] }: Panel, points: readonly { at: string }[]): Place {
  const times = points.map(({ at }) => Date.parse(at))
  const [first, last] = [Math.min(...times), Math.max(...times)]
  return {
    x: (at) => round(LEFT + 14 + ((Date.parse(at) - first) / (last - first || 1)) * (RIGHT - LEFT - 28)),
    y: (value) => round(BOTTOM - ((value - low) / (high - low)) * (BOTTOM - TOP)),
  }
}

const round = (value: number) => Math.round(value * 10) / 10

function drawn(panel: Panel, scored: readonly Score[], { language, format }: Reader): string {
  const place = placeOf(panel, scored)
  const { x, y } = place
  const ends = panel.range.map(
    (end) => `<text x="${LEFT - 6}" y="${y(end) + 4}" text-anchor="end">${format.number(end, 0)}</text>`,
  )
  const labelled = labelledOf(scored, place)
  const values = labelled.map(
    (one) =>
      `<text x="${x(one.at)}" y="${y(one.value) < TOP + 14 ? y(one.value) + 17 : y(one.value) - 8}" text-anchor="middle" font-weight="700" fill="#1d2a2f">${format.number(one.value, panel.decimals)}</text>`,
  )
  const days = labelled.map(
    ({ at }) => `<text x="${x(at)}" y="${HEIGHT - 6}" text-anchor="middle">${safe(format.date(at))}</text>`,
  )
  const dots = scored.map(({ at, value }) => `<circle cx="${x(at)}" cy="${y(value)}" r="4" fill="#0b6b77"/>`)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="Atkinson Hyperlegible Next, DejaVu Sans" font-size="11" fill="#4a585e">${[
    ...bandsOf(panel, y, language),
    ...ends,
    `<path d="${lineOf(panel, place)}" fill="none" stroke="#0b6b77" stroke-width="2"/>`,
    ...dots,
    ...values,
    ...days,
  ].join('')}</svg>`
}

/** Bands of the scale in turns of grey, with their words beside them where a line has room. */
function bandsOf({ bands, range }: Panel, y: Place['y'], language: Language): string[] {
  const frame = `<rect x="${LEFT}" y="${TOP}" width="${RIGHT - LEFT}" height="${BOTTOM - TOP}" fill="#f6f8f9"/>`
  const parts = bands.map(({ from, label }, place) => {
    const [low, high] = [y(Math.max(from, range[0])), y(bands[place + 1]?.from ?? range[1])]
    const shade = place % 2 === 0 ? '#f1f5f6' : '#e4ecee'
    const rect = `<rect x="${LEFT}" y="${high}" width="${RIGHT - LEFT}" height="${round(low - high)}" fill="${shade}"/>`
    return `${rect}${wordsBeside(sayIn(label, language), { low, high })}`
  })
  return [frame, ...parts]
}

/** On as many lines as they need and the band has room for, in its middle. */
function wordsBeside(text: string, { low, high }: { low: number; high: number }): string {
  const room = Math.floor((low - high + 1) / LINE)
  const lines = inLines(text)
  const shown = lines.length <= room ? lines : room > 0 ? [text] : []
  const top = (low + high) / 2 + 4 - ((shown.length - 1) * LINE) / 2
  return shown
    .map((line, place) => `<text x="${RIGHT + 6}" y="${round(top + place * LINE)}">${safe(line)}</text>`)
    .join('')
}

function inLines(text: string): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`
    if (lines.length === 0 || longer.length > LETTERS) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines
}

/** What was not asked is no gap here: it has no mark. */
const lineOf = (panel: Panel, { x, y }: Place): string =>
  pathThrough(
    stretches(
      panel.trend.points.filter(({ kind }) => kind !== 'not-asked'),
      scoreLine,
    ),
    (point) => [x(point.at), point.kind === 'score' ? y(point.value) : 0],
  )

/** The last one, the first, and those between that leave room. */
function labelledOf(scored: readonly Score[], { x }: Place): Score[] {
  const kept: Score[] = []
  for (const one of [...scored.slice(-1), ...scored.slice(0, 1), ...scored.toReversed()])
    if (kept.every(({ at }) => Math.abs(x(at) - x(one.at)) >= APART)) kept.push(one)
  return kept
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const safe = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign)

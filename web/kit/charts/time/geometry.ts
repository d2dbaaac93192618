import { type ScaleLinear, scaleLinear } from 'd3-scale'
import { lines, textWidth } from '../text.ts'
import { lastScore, type TimeChartData, type TimePanel } from './data.ts'
import { eventRows, type PlacedEvent, type Strip, stageStrip } from './strip.ts'

export const STRIP = 20 // the stages' strip on top
export const LINE = 15 // of the key below it
export const ROW = 17 // of the treatments below that
const PANEL = 68
const PER_BAND = 16
const GAP = 15
const TITLES_NARROW = 52 // title, direction and last score stand above a narrow panel
const WIDE = 720
const BAND = { narrowest: 72, widest: 108, gap: 16 } // names of bands, and the room before the score behind them
const TITLE = 118 // the panel's name, and what it was measured with
const DIRECTION = 66

export type PanelBox = {
  panel: TimePanel
  /** Of the plot itself, in pixels from the top of the chart. */
  top: number
  height: number
  y: ScaleLinear<number, number>
}

/** Where everything stands, in pixels: one time axis, one column per kind of text. */
export type Geometry = {
  wide: boolean
  width: number
  height: number
  x: (iso: string) => number
  x0: number
  x1: number
  bandX: number
  nowX: number
  sinceX: number
  /** The right edge of the words of direction. */
  directionX: number
  strip: Strip
  /** The names of the stages that have no room in the strip, in lines. */
  key: string[]
  events: PlacedEvent[]
  plotTop: number
  plotEnd: number
  boxes: PanelBox[]
}

export type AxisProps = { chart: TimeChartData; geo: Geometry }
export type BoxProps = { box: PanelBox; geo: Geometry }

/** What the words of a panel need to know; `latest` is the date of the newest score in the whole chart. */
export type WordsProps = BoxProps & { latest: string }

export const time = (iso: string) => Date.parse(iso.length === 10 ? `${iso}T12:00:00Z` : iso)

/** The name of a band, in the lines it needs. */
export const bandLines = (label: string) => lines(label, BAND.widest)

/** How high a panel is: five words of severity need more room than none. */
const heightOf = ({ bands }: TimePanel) =>
  Math.max(PANEL, bands.flatMap(({ label }) => bandLines(label)).length * PER_BAND)

function columns(width: number, panels: readonly TimePanel[]) {
  if (width < WIDE) return { x0: 34, x1: width - 6, bandX: 0, nowX: width, sinceX: width, directionX: 0 }
  const names = panels.flatMap(({ bands }) => bands.flatMap(({ label }) => bandLines(label)))
  const directionX = TITLE + DIRECTION
  const sinceX = width - sinceWidth(panels)
  const nowX = sinceX - 50
  const bandX = nowX - Math.max(BAND.narrowest, ...names.map((name) => textWidth(name))) - BAND.gap
  return { x0: directionX + 36, x1: bandX - 8, bandX, nowX, sinceX, directionX }
}

type Scale = Pick<Geometry, 'x' | 'x0' | 'x1' | 'sinceX'>

/** Room for the changes: none where nothing can be compared, so that the plot has it. */
function sinceWidth(panels: readonly TimePanel[]): number {
  if (panels.some(({ since }) => since.some((change) => change !== null))) return 204
  const days = new Set(panels.flatMap((panel) => lastScore(panel)?.at.slice(0, 10) ?? []))
  return days.size > 1 ? 170 : 0
}

/** The stages and the treatments above the panels, and how high they are together. */
function headOf(chart: TimeChartData, scale: Scale, wide: boolean, width: number) {
  const strip = stageStrip(chart.stages, scale)
  const room = wide ? scale.sinceX - 8 - scale.x0 : width
  const key = strip.key.length > 0 ? lines(strip.key.join(', '), room) : []
  const events = eventRows(chart.events, scale, wide ? scale.x1 : width)
  const rows = Math.max(1, ...events.map(({ row }) => row + 1))
  return { strip, key, events, height: STRIP + key.length * LINE + rows * ROW + (wide ? 17 : 13) }
}

export function geometry(chart: TimeChartData, width: number): Geometry {
  const wide = width >= WIDE
  const { x0, x1, ...texts } = columns(width, chart.panels)
  const axis = scaleLinear([time(chart.from), time(chart.until)], [x0, x1])
  const x = (iso: string) => axis(time(iso))
  const { height: plotTop, ...head } = headOf(chart, { x, x0, x1, sinceX: texts.sinceX }, wide, width)
  const { boxes, end } = panelBoxes(chart.panels, plotTop, wide)
  const plotEnd = end - 6
  const height = plotEnd + (wide ? 42 : 58)
  return { wide, width, height, x, x0, x1, ...texts, ...head, plotTop, plotEnd, boxes }
}

function panelBoxes(panels: readonly TimePanel[], start: number, wide: boolean) {
  let end = start
  const boxes = panels.map((panel) => {
    const top = end + (wide ? 0 : TITLES_NARROW)
    const height = wide ? Math.max(heightOf(panel), titleLines(panel).length * 16) : heightOf(panel)
    end = top + height + GAP
    return { panel, top, height, y: scaleLinear(panel.range, [top + height, top]) }
  })
  return { boxes, end }
}

/** The panel's name, broken to fit its column. */
export const titleLines = (panel: TimePanel) => [
  ...lines(panel.title, TITLE, 14).map((text) => ({ text, head: true })),
  ...lines(panel.about, TITLE).map((text) => ({ text, head: false })),
]

/** "hoger = meer pijn" in lines, broken after its equals sign. */
export function directionLines(direction: string): string[] {
  const [first = '', second] = direction.split(/(?<==)\s*/)
  return second ? [first, ...lines(second, DIRECTION)] : lines(first, DIRECTION)
}

/** The axis' values: its ends and its middle, or zero where the range passes it. */
export function ticks([low, high]: readonly [number, number]): number[] {
  if (low < 0 && high > 0) return [low, 0, high]
  return [low, (low + high) / 2, high].filter(
    (value) => value === low || value === high || Number.isInteger(value),
  )
}

const TOUCHING = 8 // marks nearer than this cannot be told apart

/** Whether a mark is far enough behind the one before it to be seen by itself. */
export const apart = (geo: Pick<Geometry, 'x'>, before: string | undefined, at: string) =>
  before === undefined || geo.x(at) - geo.x(before) >= TOUCHING

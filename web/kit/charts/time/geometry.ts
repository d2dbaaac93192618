import { type ScaleLinear, scaleLinear } from 'd3-scale'
import { lines, textWidth } from '../text.ts'
import type { TimeChartData, TimePanel } from './data.ts'

export const STRIP = 20 // the stages' strip on top
const HEAD_WIDE = 54
const HEAD_NARROW = 50
const PANEL = 68
const PER_BAND = 16
const GAP = 15
const TITLES_NARROW = 52 // title, direction and last score stand above a narrow panel
const WIDE = 720
const ROOMY = 960 // from here on the longest names of bands fit on one line
const BAND_GAP = 20 // between a band's name and the score behind it

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
  plotTop: number
  plotEnd: number
  boxes: PanelBox[]
}

const time = (iso: string) => Date.parse(iso.length === 10 ? `${iso}T12:00:00Z` : iso)

/** How high a panel is: five words of severity need more room than none. */
const heightOf = (panel: TimePanel) => Math.max(PANEL, panel.bands.length * PER_BAND)

function columns(width: number, panels: readonly TimePanel[]) {
  if (width < WIDE) return { x0: 34, x1: width - 6, bandX: 0, nowX: width, sinceX: width }
  const band = Math.max(...panels.flatMap((panel) => panel.bands.map(({ label }) => textWidth(label))), 72)
  const x0 = 236
  const sinceX = width - 206
  const nowX = sinceX - 56
  const bandX = nowX - Math.min(band, width < ROOMY ? 120 : 168) - BAND_GAP
  return { x0, x1: bandX - 8, bandX, nowX, sinceX }
}

export function geometry(chart: TimeChartData, width: number): Geometry {
  const wide = width >= WIDE
  const { x0, x1, ...texts } = columns(width, chart.panels)
  const axis = scaleLinear([time(chart.from), time(chart.until)], [x0, x1])
  const head = wide ? HEAD_WIDE : HEAD_NARROW
  let top = head
  const boxes = chart.panels.map((panel) => {
    const above = wide ? 0 : TITLES_NARROW
    const height = wide ? Math.max(heightOf(panel), titleLines(panel).length * 16) : heightOf(panel)
    const box = {
      panel,
      top: top + above,
      height,
      y: scaleLinear(panel.range, [top + above + height, top + above]),
    }
    top += above + height + GAP
    return box
  })
  const plotEnd = top - 6
  return {
    wide,
    width,
    height: plotEnd + (wide ? 42 : 58),
    x: (iso) => axis(time(iso)),
    x0,
    x1,
    ...texts,
    plotTop: head,
    plotEnd,
    boxes,
  }
}

/** How wide the name of a band may become. */
export const bandRoom = ({ nowX, bandX }: Geometry) => nowX - bandX - BAND_GAP

/** The panel's name, broken to fit its column. */
export const titleLines = (panel: TimePanel) => [
  ...lines(panel.title, 126, 14).map((text) => ({ text, head: true })),
  ...lines(panel.about, 122).map((text) => ({ text, head: false })),
]

/** The axis' values: its ends and its middle, or zero where the range passes it. */
export function ticks([low, high]: readonly [number, number]): number[] {
  if (low < 0 && high > 0) return [low, 0, high]
  return [low, (low + high) / 2, high].filter(
    (value) => value === low || value === high || Number.isInteger(value),
  )
}

const MONTHS = [1, 3, 6, 12, 24]
const ROOM = 50

/** First days of months for the axis, as many as there is room for. ISO dates. */
export function monthTicks(geo: Geometry, from: string, until: string): string[] {
  const start = new Date(time(from))
  const months = (time(until) - time(from)) / (30.44 * 86_400_000)
  const every = MONTHS.find((step) => (geo.x1 - geo.x0) / (months / step) >= ROOM) ?? 24
  const first = start.getUTCFullYear() * 12 + start.getUTCMonth() + 1
  return Array.from({ length: Math.ceil(months) }, (_, place) => first + place)
    .filter((month) => month % every === 0)
    .map((month) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`)
    .filter((day) => time(day) < time(until))
}

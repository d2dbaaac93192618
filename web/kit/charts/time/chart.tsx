import { TimeAxis, Verticals } from './axis.tsx'
import { lastScore, type TimeChartData } from './data.ts'
import { geometry } from './geometry.ts'
import { Head } from './head.tsx'
import { Axis, Bands, NormLine } from './panel.tsx'
import { Series } from './series.tsx'
import { WordsAbove } from './words-above.tsx'
import { WordsBeside } from './words-beside.tsx'

/**
 * One person's scores over time: a panel per domain on its own real range, under one care path and one time axis.
 * Pure: the same picture on the page, on paper and from a server.
 */
export function TimeChart({ chart, width }: { chart: TimeChartData; width: number }) {
  const geo = geometry(chart, width)
  const latest = chart.panels.map((panel) => lastScore(panel)?.at ?? '').reduce((a, b) => (a > b ? a : b), '')
  const Texts = geo.wide ? WordsBeside : WordsAbove
  return (
    <svg
      className="chart time-chart"
      role="img"
      aria-label={chart.sentence}
      width={width}
      height={geo.height}
      viewBox={`0 0 ${width} ${geo.height}`}
    >
      <Head chart={chart} geo={geo} />
      {geo.boxes.map((box) => (
        <Bands key={box.panel.id} box={box} geo={geo} />
      ))}
      <Verticals chart={chart} geo={geo} />
      {geo.boxes.map((box) => (
        <g key={box.panel.id}>
          <Axis box={box} geo={geo} />
          <NormLine box={box} geo={geo} />
          <Series box={box} geo={geo} />
          <Texts box={box} geo={geo} latest={latest} />
        </g>
      ))}
      <TimeAxis chart={chart} geo={geo} />
    </svg>
  )
}

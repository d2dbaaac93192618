import type { Words } from '../../../../core/words.ts'
import { useFormats } from '../../format.ts'
import { useWords } from '../../words.tsx'
import { shortened, textWidth } from '../text.ts'
import { lastScore, type TimeChartData, type TimeEvent } from './data.ts'
import { type Geometry, STRIP } from './geometry.ts'

const words = {
  nl: { stage: 'Fase', treatment: 'Behandeling', severity: 'Ernst' },
  en: { stage: 'Stage', treatment: 'Treatment', severity: 'Severity' },
} satisfies Words<unknown>

/** The stages of the care path as a strip with their names. */
function StageStrip({ chart, geo }: { chart: TimeChartData; geo: Geometry }) {
  const say = useWords(words)
  return (
    <>
      {geo.wide ? (
        <text className="r" x={geo.x0 - 8} y="14">
          {say.stage}
        </text>
      ) : null}
      {chart.stages.map((stage, place) => {
        const a = Math.max(geo.x0, geo.x(stage.from))
        const b = Math.min(geo.x1, stage.until === null ? geo.x1 : geo.x(stage.until))
        if (b <= a) return null
        const name = shortened(stage.name, b - a - 6)
        return (
          <g key={`${stage.name} ${stage.from}`}>
            <rect className={place % 2 ? 's3' : 's2'} x={a} width={Math.max(1, b - a - 1)} height={STRIP}>
              <title>{stage.name}</title>
            </rect>
            {name ? (
              <text className="m k" x={(a + b) / 2} y="14">
                {name}
              </text>
            ) : null}
          </g>
        )
      })}
    </>
  )
}

function EventMark({ event, geo, label }: { event: TimeEvent; geo: Geometry; label: boolean }) {
  const x = geo.x(event.at)
  if (event.until)
    return (
      <g>
        <rect className="mark" x={x} y="41" width={Math.max(3, geo.x(event.until) - x)} height="3" />
        {label ? (
          <text className="k" x={x} y="37">
            {event.name}
          </text>
        ) : null}
      </g>
    )
  const nearEdge = x + 7 + textWidth(event.name) > geo.x1
  return (
    <g>
      <path className={event.open ? 'mark-open' : 'mark'} d={`M${x - 4} 31h8l-4 7z`}>
        <title>{event.name}</title>
      </path>
      {label ? (
        <text className={nearEdge ? 'k r' : 'k'} x={nearEdge ? x - 7 : x + 7} y="38">
          {event.name}
        </text>
      ) : null}
    </g>
  )
}

/** Treatments and decisions in a row of their own; a name that would touch the next one is left to its tooltip. */
function Events({ chart, geo }: { chart: TimeChartData; geo: Geometry }) {
  const say = useWords(words)
  const seen = chart.events.filter((event) => geo.x(event.at) >= geo.x0 && geo.x(event.at) <= geo.x1)
  return (
    <>
      {geo.wide && seen.length > 0 ? (
        <text className="r" x={geo.x0 - 8} y="38">
          {say.treatment}
        </text>
      ) : null}
      {seen.map((event, place) => {
        const next = seen[place + 1]
        const room = (next ? geo.x(next.at) : geo.width) - geo.x(event.at) - 10
        return (
          <EventMark
            key={`${event.name} ${event.at}`}
            event={event}
            geo={geo}
            label={textWidth(event.name) < room}
          />
        )
      })}
    </>
  )
}

/** The names of the columns at the right. */
function ColumnNames({ chart, geo }: { chart: TimeChartData; geo: Geometry }) {
  const say = useWords(words)
  const format = useFormats()
  const latest = chart.panels.map((panel) => lastScore(panel)?.at ?? '').reduce((a, b) => (a > b ? a : b), '')
  return (
    <>
      {chart.panels.some((panel) => panel.bands.length > 0) ? (
        <text x={geo.bandX} y="38">
          {say.severity}
        </text>
      ) : null}
      {latest ? (
        <text x={geo.nowX} y="38">
          {format.shortDate(latest)}
        </text>
      ) : null}
      <text x={geo.sinceX} y="22">
        {chart.sinceNames[0]}
      </text>
      <text x={geo.sinceX} y="38">
        {chart.sinceNames[1]}
      </text>
    </>
  )
}

export function Head({ chart, geo }: { chart: TimeChartData; geo: Geometry }) {
  return (
    <>
      <StageStrip chart={chart} geo={geo} />
      <Events chart={chart} geo={geo} />
      {geo.wide ? <ColumnNames chart={chart} geo={geo} /> : null}
    </>
  )
}

import type { Words } from '../../../../core/words.ts'
import { useFormats } from '../../format.ts'
import { useWords } from '../../words.tsx'
import { lastScore, type TimeChartData } from './data.ts'
import { type Geometry, LINE, ROW, STRIP } from './geometry.ts'
import type { PlacedEvent } from './strip.ts'

const words = {
  nl: { stage: 'Fase', treatment: 'Behandeling', severity: 'Ernst' },
  en: { stage: 'Stage', treatment: 'Treatment', severity: 'Severity' },
} satisfies Words<unknown>

/** The stages of the care path as a strip; names that have no room stand in a key below it. */
function StageStrip({ geo }: { geo: Geometry }) {
  const say = useWords(words)
  const { strip, key, x0 } = geo
  return (
    <>
      {geo.wide ? (
        <text className="r" x={x0 - 8} y="14">
          {say.stage}
        </text>
      ) : null}
      {strip.boxes.map(({ a, b, name }, place) => (
        <rect key={a} className={place % 2 ? 's3' : 's2'} x={a} width={Math.max(1, b - a - 1)} height={STRIP}>
          <title>{name}</title>
        </rect>
      ))}
      {strip.labels.map(({ a, b, text }) => (
        <text key={a} className="m k" x={(a + b) / 2} y="14">
          {text}
        </text>
      ))}
      {key.map((text, place) => (
        <text key={text} x={geo.wide ? x0 : 0} y={STRIP + 12 + place * LINE}>
          {text}
        </text>
      ))}
    </>
  )
}

const rowY = (geo: Geometry, row: number) => STRIP + geo.key.length * LINE + row * ROW + 18

function EventMark({ placed: { event, row, left }, geo }: { placed: PlacedEvent; geo: Geometry }) {
  const x = geo.x(event.at)
  const y = rowY(geo, row)
  const name = (
    <text className={left ? 'k r halo' : 'k halo'} x={left ? x - 7 : x + (event.until ? 0 : 7)} y={y}>
      {event.name}
    </text>
  )
  return event.until ? (
    <g>
      <rect className="mark" x={x} y={y + 3} width={Math.max(3, geo.x(event.until) - x)} height="3" />
      {name}
    </g>
  ) : (
    <g>
      {event.open ? null : <line className="event" x1={x} x2={x} y1={y} y2={geo.plotTop} />}
      <path className={event.open ? 'mark-open' : 'mark'} d={`M${x - 4} ${y - 7}h8l-4 7z`} />
      {name}
    </g>
  )
}

/** Treatments and decisions below the stages, each with its name. */
function Events({ geo }: { geo: Geometry }) {
  const say = useWords(words)
  return (
    <>
      {geo.wide && geo.events.length > 0 ? (
        <text className="r" x={geo.x0 - 8} y={rowY(geo, 0)}>
          {say.treatment}
        </text>
      ) : null}
      {geo.events.map((placed) => (
        <EventMark key={`${placed.event.name} ${placed.event.at}`} placed={placed} geo={geo} />
      ))}
    </>
  )
}

/** The names of the columns at the right. */
function ColumnNames({ chart, geo }: { chart: TimeChartData; geo: Geometry }) {
  const say = useWords(words)
  const format = useFormats()
  const latest = chart.panels.map((panel) => lastScore(panel)?.at ?? '').reduce((a, b) => (a > b ? a : b), '')
  const y = geo.plotTop - 16
  return (
    <>
      {chart.panels.some((panel) => panel.bands.length > 0) ? (
        <text x={geo.bandX} y={y}>
          {say.severity}
        </text>
      ) : null}
      {latest ? (
        <text x={geo.nowX} y={y}>
          {format.shortDate(latest)}
        </text>
      ) : null}
      {geo.sinceX < geo.width ? (
        <>
          <text x={geo.sinceX} y={y - 16}>
            {chart.sinceNames[0]}
          </text>
          <text x={geo.sinceX} y={y}>
            {chart.sinceNames[1]}
          </text>
        </>
      ) : null}
    </>
  )
}

export function Head({ chart, geo }: { chart: TimeChartData; geo: Geometry }) {
  return (
    <>
      <StageStrip geo={geo} />
      <Events geo={geo} />
      {geo.wide ? <ColumnNames chart={chart} geo={geo} /> : null}
    </>
  )
}

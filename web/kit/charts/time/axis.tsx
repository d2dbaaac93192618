import type { Words } from '../../../../core/words.ts'
import { useFormats } from '../../format.ts'
import { useWords } from '../../words.tsx'
import { GapMark } from '../marks.tsx'
import { textWidth } from '../text.ts'
import type { TimeChartData } from './data.ts'
import { apart, type Geometry, monthTicks } from './geometry.ts'

const words = {
  nl: {
    today: 'vandaag',
    norm: (name: string) => `norm: ${name}`,
    missed: 'gemist',
    notAsked: 'niet gevraagd',
    notComputable: 'niet te berekenen',
    planned: 'gepland',
  },
  en: {
    today: 'today',
    norm: (name: string) => `norm: ${name}`,
    missed: 'missed',
    notAsked: 'not asked',
    notComputable: 'not computable',
    planned: 'planned',
  },
} satisfies Words<unknown>

type AxisProps = { chart: TimeChartData; geo: Geometry }

/** Borders of stages, treatments and today: through everything, or on a narrow screen only behind the plots. */
export function Verticals({ chart, geo }: AxisProps) {
  const inside = (iso: string) => geo.x(iso) > geo.x0 && geo.x(iso) < geo.x1
  const lines = [
    ...chart.stages.map(({ from }) => ({ kind: 'hair', at: from, above: 4 })),
    ...chart.events
      .filter(({ until, open }) => !until && !open)
      .map(({ at }) => ({ kind: 'event', at, above: 0 })),
    { kind: 'today', at: chart.today, above: 4 },
  ].filter(({ at }) => inside(at))
  const spans = geo.wide
    ? [{ from: geo.plotTop, to: geo.plotEnd }]
    : geo.boxes.map(({ top, height }) => ({ from: top, to: top + height }))
  return lines.flatMap(({ kind, at, above }) =>
    spans.map(({ from, to }) => (
      <line
        key={`${kind} ${at} ${from}`}
        className={kind}
        x1={geo.x(at)}
        x2={geo.x(at)}
        y1={from - (geo.wide ? above : 0)}
        y2={to}
      />
    )),
  )
}

/** The one time axis below all panels, with what is planned on it. */
export function TimeAxis({ chart, geo }: AxisProps) {
  const say = useWords(words)
  const format = useFormats()
  const today = geo.x(chart.today)
  const atEdge = today > geo.x1 - 24 // its word then ends below it, instead of standing in the middle
  const free = (iso: string) => {
    const away = today - geo.x(iso)
    return away > (atEdge ? 66 : 44) || away < -44
  }
  const label = geo.plotEnd + 15
  return (
    <>
      <line className="axis" x1={geo.x0} x2={geo.x1} y1={geo.plotEnd} y2={geo.plotEnd} />
      {monthTicks(geo, chart.from, chart.until)
        .filter(free)
        .map((month) => (
          <g key={month}>
            <line
              className="axis"
              x1={geo.x(month)}
              x2={geo.x(month)}
              y1={geo.plotEnd}
              y2={geo.plotEnd + 4}
            />
            <text className="m" x={geo.x(month)} y={label}>
              {format.shortMonth(month)}
              {month.slice(5, 7) === '01' ? ` ${month.slice(0, 4)}` : ''}
            </text>
          </g>
        ))}
      <text className={atEdge ? 'r today-word' : 'm today-word'} x={Math.min(today, geo.x1)} y={label}>
        {say.today}
      </text>
      {chart.planned
        .filter((at) => geo.x(at) <= geo.x1)
        .filter((at, place, all) => apart(geo, all[place - 1], at))
        .map((at) => (
          <GapMark key={at} kind="planned" x={geo.x(at)} y={geo.plotEnd} />
        ))}
      <Keys chart={chart} geo={geo} />
    </>
  )
}

const KEY = 32 // a mark and the room after its word

/** What the marks mean: only those that occur, directly below the picture. */
function Keys({ chart, geo }: AxisProps) {
  const say = useWords(words)
  const occurs = (kind: string) =>
    chart.panels.some(({ points }) => points.some((point) => point.kind === kind))
  const keys = [
    occurs('missed') ? (['missed', say.missed] as const) : null,
    occurs('not-asked') ? (['not-asked', say.notAsked] as const) : null,
    occurs('not-computable') ? (['not-computable', say.notComputable] as const) : null,
    chart.planned.length > 0 ? (['planned', say.planned] as const) : null,
  ].filter((key) => key !== null)
  const y = geo.plotEnd + 32
  const starts = keys.map((_, place) =>
    keys.slice(0, place).reduce((x, [, text]) => x + textWidth(text) + KEY, 4),
  )
  const end = (starts.at(-1) ?? 0) + textWidth(keys.at(-1)?.[1] ?? '') + KEY
  return (
    <>
      {keys.map(([kind, text], place) => (
        <g key={kind} transform={`translate(${starts[place]} ${y})`}>
          <GapMark kind={kind} x={0} y={0} />
          <text x="9" y="4">
            {text}
          </text>
        </g>
      ))}
      {chart.normName === null ? null : <NormKey name={chart.normName} geo={geo} x={geo.wide ? end : 0} />}
    </>
  )
}

function NormKey({ name, geo, x }: { name: string; geo: Geometry; x: number }) {
  const say = useWords(words)
  const text = say.norm(name)
  const y = geo.plotEnd + (geo.wide ? 32 : 50)
  return (
    <>
      <line className="norm" x1={x} x2={x + 24} y1={y} y2={y} />
      <text
        x={x + 30}
        y={y + 4}
        textLength={textWidth(text) > geo.width - x - 30 ? geo.width - x - 30 : undefined}
      >
        {text}
      </text>
    </>
  )
}

import type { Words } from '../../../../core/words.ts'
import { useFormats } from '../../format.ts'
import { useWords } from '../../words.tsx'
import { GapMark } from '../marks.tsx'
import { type AxisProps, apart } from './geometry.ts'
import { Keys } from './keys.tsx'
import { monthTicks } from './months.ts'

const words = {
  nl: { today: 'vandaag' },
  en: { today: 'today' },
} satisfies Words<unknown>

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

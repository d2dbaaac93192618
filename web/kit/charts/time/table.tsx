import { Fragment } from 'react'
import type { Formats } from '../../../../core/words/formats.ts'
import type { Words } from '../../../../core/words.ts'
import { useFormats } from '../../format.ts'
import { useWords } from '../../words.tsx'
import { ChartTable } from '../table.tsx'
import type { TimeChartData, TimePanel, TimePoint } from './data.ts'

const words = {
  nl: {
    scale: 'Schaal',
    missed: 'gemist',
    notAsked: 'niet gevraagd',
    some: (answered: number, of: number) => `niet te berekenen, ${answered} van ${of} beantwoord`,
  },
  en: {
    scale: 'Scale',
    missed: 'missed',
    notAsked: 'not asked',
    some: (answered: number, of: number) => `not computable, ${answered} of ${of} answered`,
  },
} satisfies Words<unknown>

/** The time chart's numbers: a row per scale, a column per day, the newest first. */
export function TimeTable({ chart }: { chart: TimeChartData }) {
  const say = useWords(words)
  const format = useFormats()
  const days = new Set(chart.panels.flatMap(({ points }) => points.map(({ at }) => format.isoDay(at))))
  const newest = [...days].sort().toReversed()
  return (
    <>
      <ChartTable
        caption={chart.sentence}
        columns={[say.scale, ...newest.map(format.date)]}
        rows={chart.panels.map((panel) => ({
          key: panel.id,
          cells: [
            <Fragment key={panel.id}>
              {panel.title} <span className="table-about">{panel.direction}</span>
            </Fragment>,
            ...newest.map((day) => cell(panel, day, say, format)),
          ],
        }))}
      />
      <Remarks panels={chart.panels} />
    </>
  )
}

/** Below the numbers, over the whole width: why the last change is called what it is, and what nobody has checked. */
function Remarks({ panels }: { panels: readonly TimePanel[] }) {
  const remarks = panels.flatMap(({ id, title, since, unverified }) => {
    const text = [since[0]?.sentence, unverified].filter(Boolean).join(' ')
    return text ? [{ id, title, text }] : []
  })
  if (remarks.length === 0) return null
  return (
    <dl className="table-remarks">
      {remarks.map(({ id, title, text }) => (
        <div key={id}>
          <dt>{title}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

function cell(panel: TimePanel, day: string, say: (typeof words)['nl'], format: Formats): string {
  const point: TimePoint | undefined = panel.points.find(({ at }) => format.isoDay(at) === day)
  if (!point) return '–'
  if (point.kind === 'score')
    return `${format.number(point.value, panel.decimals)}${point.note ? ` (${point.note})` : ''}`
  if (point.kind === 'missed') return say.missed
  if (point.kind === 'not-asked') return say.notAsked
  return say.some(point.answered, point.of)
}

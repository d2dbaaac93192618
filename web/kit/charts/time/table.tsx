import { Fragment } from 'react'
import { isAnswered } from '../../../../core/change/trend.ts'
import { whyUnscored } from '../../../../core/change/unscored.ts'
import type { Formats } from '../../../../core/words/formats.ts'
import type { Language, Words } from '../../../../core/words.ts'
import { useFormats } from '../../format.ts'
import { useLanguage, useWords } from '../../words.tsx'
import { ChartTable } from '../table.tsx'
import type { TimeChartData, TimePanel, TimePoint } from './data.ts'

const words = {
  nl: {
    scale: 'Schaal',
    missed: 'gemist',
    notAsked: 'niet gevraagd',
    unscored: (why: string) => `niet te berekenen: ${why}`,
  },
  en: {
    scale: 'Scale',
    missed: 'missed',
    notAsked: 'not asked',
    unscored: (why: string) => `not computable: ${why}`,
  },
} satisfies Words<unknown>

/** The time chart's numbers: a row per scale, a column per day, the newest first. */
export function TimeTable({ chart }: { chart: TimeChartData }) {
  const say = useWords(words)
  const format = useFormats()
  const { language } = useLanguage()
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
            ...newest.map((day) => cell(pointOn(panel, day, format), panel, { say, format, language })),
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

/** What a day gave: of several the newest, and what was measured before what was not asked. */
function pointOn({ points }: TimePanel, day: string, format: Formats): TimePoint | undefined {
  const ofDay = points.filter(({ at }) => format.isoDay(at) === day)
  return ofDay.findLast(isAnswered) ?? ofDay.at(-1)
}

type Tools = { say: (typeof words)['nl']; format: Formats; language: Language }

function cell(
  point: TimePoint | undefined,
  { decimals }: TimePanel,
  { say, format, language }: Tools,
): string {
  if (!point) return '–'
  if (point.kind === 'score')
    return `${format.number(point.value, decimals)}${point.note ? ` (${point.note})` : ''}`
  if (point.kind === 'missed') return say.missed
  if (point.kind === 'not-asked') return say.notAsked
  return say.unscored(whyUnscored(point, language))
}

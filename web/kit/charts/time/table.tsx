import type { Words } from '../../../../core/words.ts'
import { type Formats, useFormats } from '../../format.ts'
import { useWords } from '../../words.tsx'
import { ChartTable } from '../table.tsx'
import type { TimeChartData, TimePanel, TimePoint } from './data.ts'

const words = {
  nl: {
    when: 'Datum',
    missed: 'gemist',
    notAsked: 'niet gevraagd',
    some: (answered: number, of: number) => `niet te berekenen, ${answered} van ${of} beantwoord`,
  },
  en: {
    when: 'Date',
    missed: 'missed',
    notAsked: 'not asked',
    some: (answered: number, of: number) => `not computable, ${answered} of ${of} answered`,
  },
} satisfies Words<unknown>

/** The time chart's numbers: a row per day, a column per domain. */
export function TimeTable({ chart }: { chart: TimeChartData }) {
  const say = useWords(words)
  const format = useFormats()
  const days = [
    ...new Set(chart.panels.flatMap(({ points }) => points.map(({ at }) => at.slice(0, 10)))),
  ].sort()
  return (
    <ChartTable
      caption={chart.sentence}
      columns={[say.when, ...chart.panels.map((panel) => `${panel.title}, ${panel.direction}`)]}
      rows={days.toReversed().map((day) => ({
        key: day,
        cells: [format.day(day), ...chart.panels.map((panel) => cell(panel, day, say, format))],
      }))}
    />
  )
}

function cell(panel: TimePanel, day: string, say: (typeof words)['nl'], format: Formats): string {
  const point: TimePoint | undefined = panel.points.find(({ at }) => at.slice(0, 10) === day)
  if (!point) return '–'
  if (point.kind === 'score') return format.number(point.value, panel.decimals)
  if (point.kind === 'missed') return say.missed
  if (point.kind === 'not-asked') return say.notAsked
  return say.some(point.answered, point.of)
}

import type { Words } from '../../../../core/words.ts'
import { useFormats } from '../../format.ts'
import { useWords } from '../../words.tsx'
import { ChartTable } from '../table.tsx'
import type { DistributionProps, DistributionRow } from './data.ts'

const words = {
  nl: {
    moment: 'Moment',
    n: 'Aantal',
    answered: 'Respons',
    few: 'verborgen',
    withNext: (percent: string) => `${percent} % samen`,
  },
  en: {
    moment: 'Moment',
    n: 'People',
    answered: 'Response',
    few: 'hidden',
    withNext: (percent: string) => `${percent} % together`,
  },
} satisfies Words<unknown>

/** The distribution's numbers. */
export function DistributionTable({ sentence, categories, rows }: Omit<DistributionProps, 'width'>) {
  const say = useWords(words)
  const format = useFormats()
  const inTable = (row: DistributionRow, index: number) => {
    const share = row.shares[index] ?? null
    if (share !== null) return `${format.percent(share)}\u00A0%`
    const run = row.runs?.find(({ from, to }) => from <= index && index <= to)
    return run && run.share < 1 ? say.withNext(format.percent(run.share)) : say.few
  }
  return (
    <ChartTable
      caption={sentence}
      columns={[say.moment, ...categories.map((category) => category.label), say.n, say.answered]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          row.label,
          ...categories.map((_, index) => (row.n === null ? '–' : inTable(row, index))),
          row.n ?? '< 10',
          row.response === null ? '–' : `${format.percent(row.response)}\u00A0%`,
        ],
      }))}
    />
  )
}

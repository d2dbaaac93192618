import type { Words } from '../../../../core/words.ts'
import { useFormats } from '../../format.ts'
import { useWords } from '../../words.tsx'
import { ChartTable } from '../table.tsx'
import type { BoxProps } from './data.ts'

const words = {
  nl: {
    columns: ['Groep', 'Aantal', 'Respons', 'Mediaan', 'Middelste helft', 'Gemiddelde', '95 %-interval'],
  },
  en: { columns: ['Group', 'People', 'Response', 'Median', 'Middle half', 'Mean', '95 % interval'] },
} satisfies Words<unknown>

/** The quartiles' and means' numbers. */
export function BoxTable({ sentence, rows, decimals }: Pick<BoxProps, 'sentence' | 'rows' | 'decimals'>) {
  const say = useWords(words)
  const format = useFormats()
  const write = (value: number) => format.number(value, Math.max(1, decimals))
  return (
    <ChartTable
      caption={sentence}
      columns={say.columns}
      rows={rows.map(({ id, label, box }) => ({
        key: id,
        cells: box
          ? [
              label,
              box.n,
              box.response === null ? '–' : `${format.percent(box.response)}\u00A0%`,
              write(box.median),
              `${write(box.q1)} – ${write(box.q3)}`,
              box.mean ? write(box.mean.value) : '–',
              box.mean ? `${write(box.mean.low)} – ${write(box.mean.high)}` : '–',
            ]
          : [label, '< 10', '–', '–', '–', '–', '–'],
      }))}
    />
  )
}

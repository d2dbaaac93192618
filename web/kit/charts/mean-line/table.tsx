import type { Words } from '../../../../core/words.ts'
import { useFormats } from '../../format.ts'
import { useWords } from '../../words.tsx'
import { ChartTable } from '../table.tsx'
import type { MeanLineProps } from './data.ts'

const words = {
  nl: { moment: 'Moment', n: 'Aantal', mean: 'Gemiddelde', interval: '95 %-interval' },
  en: { moment: 'Moment', n: 'People', mean: 'Mean', interval: '95 % interval' },
} satisfies Words<unknown>

/** The means' numbers. */
export function MeanTable({
  sentence,
  points,
  decimals,
}: Pick<MeanLineProps, 'sentence' | 'points' | 'decimals'>) {
  const say = useWords(words)
  const format = useFormats()
  const digits = Math.max(1, decimals)
  return (
    <ChartTable
      caption={sentence}
      columns={[say.moment, say.n, say.mean, say.interval]}
      rows={points.map(({ id, label, value, without }) => ({
        key: id,
        cells: value
          ? [
              label,
              value.of === undefined ? value.n : `${value.n} / ${value.of}`,
              format.number(value.mean, digits),
              `${format.number(value.low, digits)} – ${format.number(value.high, digits)}`,
            ]
          : [label, without ?? '< 10', '–', '–'],
      }))}
    />
  )
}

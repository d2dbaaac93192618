import type { Standing } from '../../../../core/figures/standing.ts'
import type { Estimate } from '../../../../core/statistics/intervals.ts'
import type { Words } from '../../../../core/words.ts'
import { useFormats } from '../../format.ts'
import { useWords } from '../../words.tsx'
import { ChartTable } from '../table.tsx'
import type { ComparedRow, CompareProps } from './data.ts'

const standingWords = {
  nl: {
    within: 'binnen de grenzen',
    'beyond-95': 'buiten de 95 %-grens',
    'beyond-998': 'buiten de 99,8 %-grens',
    'low-response': 'lage respons: niet te duiden',
    'too-few': 'minder dan 30: geen vergelijking',
    'too-few-others': 'te weinig anderen: geen vergelijking',
    'no-model': 'geen model: geen vergelijking',
  },
  en: {
    within: 'within the limits',
    'beyond-95': 'outside the 95 % limit',
    'beyond-998': 'outside the 99.8 % limit',
    'low-response': 'low response: not interpretable',
    'too-few': 'fewer than 30: no comparison',
    'too-few-others': 'too few others: no comparison',
    'no-model': 'no model: no comparison',
  },
} satisfies Words<Record<Standing, string>>

const words = {
  nl: {
    unit: 'Groep',
    n: 'Aantal',
    response: 'Respons',
    raw: 'Ruw (95 %)',
    adjusted: 'Gecorrigeerd (95 %)',
    standing: 'Plaats',
    hidden: 'niet getoond',
  },
  en: {
    unit: 'Group',
    n: 'People',
    response: 'Response',
    raw: 'Raw (95 %)',
    adjusted: 'Adjusted (95 %)',
    standing: 'Standing',
    hidden: 'not shown',
  },
} satisfies Words<unknown>

/** Raw beside adjusted, with what may be concluded from it. */
export function CompareTable({
  sentence,
  rows,
  write,
}: Pick<CompareProps, 'sentence' | 'write'> & { rows: readonly ComparedRow[] }) {
  const say = useWords(words)
  const standings = useWords(standingWords)
  const format = useFormats()
  const interval = (one: Estimate | null) =>
    one ? `${write(one.value)} (${write(one.low)} – ${write(one.high)})` : '–'
  return (
    <ChartTable
      caption={sentence}
      columns={[say.unit, say.n, say.response, say.raw, say.adjusted, say.standing]}
      rows={rows.map(({ id, label, told }) => ({
        key: id,
        cells: told
          ? [
              label,
              told.n,
              `${format.percent(told.response)}\u00A0%`,
              interval(told.raw),
              interval(told.adjusted),
              standings[told.standing],
            ]
          : [label, say.hidden, '–', '–', '–', '–'],
      }))}
    />
  )
}

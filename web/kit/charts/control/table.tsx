import type { ControlPoint } from '../../../../core/statistics/control-chart.ts'
import type { Words } from '../../../../core/words.ts'
import { useWords } from '../../words.tsx'
import { ChartTable } from '../table.tsx'
import type { ControlProps } from './data.ts'
import { signalWords } from './signal-words.ts'

const words = {
  nl: {
    period: 'Periode',
    value: 'Waarde',
    n: 'Aantal',
    centre: 'Midden',
    limits: 'Grenzen',
    signal: 'Signaal',
  },
  en: { period: 'Period', value: 'Value', n: 'Number', centre: 'Centre', limits: 'Limits', signal: 'Signal' },
} satisfies Words<unknown>

/** The numbers of a control chart, with each signal in words. */
export function ControlTable({
  sentence,
  chart,
  write,
  name,
}: Pick<ControlProps, 'sentence' | 'chart' | 'write' | 'name'>) {
  const say = useWords(words)
  const signal = useWords(signalWords)
  const limits = ({ low, high }: ControlPoint) =>
    low === null || high === null ? '–' : `${write(low)} – ${write(high)}`
  return (
    <ChartTable
      caption={sentence}
      columns={[say.period, say.value, say.n, say.centre, say.limits, say.signal]}
      rows={chart.points.map((point) => ({
        key: point.id,
        cells: [
          name(point.id),
          point.value === null ? '–' : write(point.value),
          point.n ?? '–',
          point.centre === null ? '–' : write(point.centre),
          limits(point),
          point.signals.map(({ rule, side }) => `${signal.sides[side]}: ${signal.short[rule]}`).join('; ') ||
            '–',
        ],
      }))}
    />
  )
}

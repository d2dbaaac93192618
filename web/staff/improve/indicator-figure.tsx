import type { Improvement, IndicatorChart } from '../../../core/figures/improvement.ts'
import { Control } from '../../kit/charts/control/chart.tsx'
import { signalWords } from '../../kit/charts/control/signal-words.ts'
import { ControlTable } from '../../kit/charts/control/table.tsx'
import { ChartFigure } from '../../kit/charts/figure.tsx'
import { Fit } from '../../kit/charts/fit.tsx'
import { useFormats } from '../../kit/format.ts'
import { useLocal, useWords } from '../../kit/words.tsx'
import { useIndicatorFormat } from '../team/indicator-format.ts'
import { usePeriodName } from '../team/period-name.ts'
import { NothingYet } from '../team/way-to-talk.tsx'
import { words } from './words.ts'

type FigureProps = { indicator: IndicatorChart; improvements: readonly Improvement[] }

/** One indicator over time, with its limits, its signals and the improvements that are about it. */
export function IndicatorFigure({ indicator, improvements }: FigureProps) {
  const say = useWords(words)
  const local = useLocal()
  const dates = useFormats()
  const format = useIndicatorFormat()
  const name = usePeriodName()
  const title = local(indicator.title)
  const sentence = useSentence(indicator)
  const foot = useFoot(indicator)
  if (indicator.chart.points.filter(({ value }) => value !== null).length < 2)
    return <NothingYet title={title} text={say.chart.none} />
  const shown = new Set(indicator.chart.points.map(({ id }) => id))
  const marks = indicator.begun.flatMap(({ period, improvement }) => {
    const one = improvements.find(({ id }) => id === improvement)
    if (!one || !shown.has(period)) return []
    const about = `${dates.date(one.startedOn)}, ${say.list.states[one.state]}`
    return [{ id: period, title: one.title, about }]
  })
  const write = format.write(indicator)
  const { chart, direction, range } = indicator
  const drawn = { sentence, chart, write, name }
  return (
    <ChartFigure
      title={title}
      sentence={sentence}
      shortcut="1"
      table={<ControlTable {...drawn} />}
      foot={foot}
    >
      <Fit first={860}>
        {(width) => (
          <Control
            {...drawn}
            axis={format.axis(indicator)}
            direction={direction}
            marks={marks}
            range={range}
            width={width}
          />
        )}
      </Fit>
    </ChartFigure>
  )
}

/** How the last periods stand: the period that is a signal, and by which rule. */
function useSentence(indicator: IndicatorChart): string {
  const say = useWords(words)
  const { why } = useWords(signalWords)
  const format = useIndicatorFormat()
  const name = usePeriodName()
  const { news, chart } = indicator
  if (!news.last) return say.chart.none
  const last = chart.points.find(({ id }) => id === news.last?.id)
  const shown = news.signal ?? { id: news.last.id, value: last?.value ?? news.last.value }
  const said = say.chart[news.kind](format.say(indicator, shown.value), name(shown.id))
  return [said, news.signal ? why[news.signal.rule] : ''].filter(Boolean).join(' ')
}

function useFoot(indicator: IndicatorChart): string {
  const say = useWords(words)
  const local = useLocal()
  const format = useIndicatorFormat()
  const { chart, numerator, denominator, exclusions, window: when, target, unverified } = indicator
  return [
    say.chart.kinds[chart.kind],
    say.chart.counts(local(numerator), local(denominator), local(exclusions), local(when)),
    target === null ? '' : say.chart.target(format.say(indicator, target)),
    say.chart.limits,
    unverified ? say.chart.unverified : '',
  ]
    .filter(Boolean)
    .join(' ')
}

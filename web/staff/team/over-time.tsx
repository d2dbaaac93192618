import { outcomeWords } from '../../../core/figures/team-outcome-words.ts'
import type { TeamOutcomes, TimePoint } from '../../../core/figures/team-outcomes.ts'
import { ChartFigure } from '../../kit/charts/figure.tsx'
import { Fit } from '../../kit/charts/fit.tsx'
import { MeanLine } from '../../kit/charts/mean-line/chart.tsx'
import type { MeanPoint } from '../../kit/charts/mean-line/data.ts'
import { MeanTable } from '../../kit/charts/mean-line/table.tsx'
import { useFormats } from '../../kit/format.ts'
import { useLocal, useWords } from '../../kit/words.tsx'
import { useSpanName } from './period-name.ts'
import { NothingYet } from './way-to-talk.tsx'

/** The group's mean at the moment in view, month by month or quarter by quarter, on the scale's own range. */
export function OverTime({ outcomes }: { outcomes: TeamOutcomes }) {
  const say = useWords(outcomeWords)
  const local = useLocal()
  const format = useFormats()
  const span = useSpanName()
  const { scale, time } = outcomes
  const moment = outcomes.moments.find(({ id }) => id === outcomes.moment)
  const title = say.time.title(local(scale.title), moment?.title ? local(moment.title) : '')
  const digits = Math.max(1, scale.decimals)
  const [first, last] = [time[0], time.at(-1)]
  if (!first || !last || time.length < 2) return <NothingYet title={title} text={say.time.few} />
  const write = (value: number) => format.number(value, digits)
  const sentence = say.time.sentence(
    span(first.from, first.to),
    write(first.mean.value),
    span(last.from, last.to),
    write(last.mean.value),
  )
  const points = time.map((point) => pointOf(point, span(point.from, point.to)))
  const [from, to] = scale.range
  return (
    <ChartFigure
      title={title}
      sentence={sentence}
      shortcut="5"
      table={<MeanTable sentence={sentence} points={points} decimals={scale.decimals} />}
      foot={say.time.foot}
    >
      <Fit first={860}>
        {(width) => (
          <MeanLine
            sentence={sentence}
            direction={local(scale.directionWords)}
            range={scale.range}
            ticks={[from, from + (to - from) / 2, to]}
            decimals={scale.decimals}
            points={points}
            width={width}
          />
        )}
      </Fit>
    </ChartFigure>
  )
}

const pointOf = ({ from, n, mean }: TimePoint, label: string): MeanPoint => ({
  id: from,
  label,
  value: { n, mean: mean.value, low: mean.low, high: mean.high },
})

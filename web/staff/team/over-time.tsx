import type { TeamOutcomes, TimePoint } from '../../../core/team-outcomes.ts'
import { ChartFigure } from '../../kit/charts/figure.tsx'
import { Fit } from '../../kit/charts/fit.tsx'
import { MeanLine } from '../../kit/charts/mean-line/chart.tsx'
import type { MeanPoint } from '../../kit/charts/mean-line/data.ts'
import { MeanTable } from '../../kit/charts/mean-line/table.tsx'
import { useFormats } from '../../kit/format.ts'
import { useLocal, useWords } from '../../kit/words.tsx'
import { outcomeWords } from './outcome-words.ts'
import { usePeriodName } from './period-name.ts'
import { NothingYet } from './way-to-talk.tsx'

/** The group's mean at the moment in view, month by month or quarter by quarter, on the scale's own range. */
export function OverTime({ outcomes }: { outcomes: TeamOutcomes }) {
  const say = useWords(outcomeWords)
  const local = useLocal()
  const format = useFormats()
  const name = usePeriodName()
  const { scale, time, timeIsOf } = outcomes
  const moment = outcomes.moments.find(({ id }) => id === outcomes.moment)
  const about = timeIsOf === 'later-moments' ? say.time.later : moment ? local(moment.title) : ''
  const title = say.time.title(local(scale.title), about)
  const digits = Math.max(1, scale.decimals)
  const known = time.flatMap(({ id, value }) => (value ? [{ id, mean: value.mean.value }] : []))
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last || known.length < 2) return <NothingYet title={title} text={say.time.few} />
  const write = (value: number) => format.number(value, digits)
  const sentence = say.time.sentence(name(first.id), write(first.mean), name(last.id), write(last.mean))
  const points = time.map((point) => pointOf(point, name(point.id)))
  const [from, to] = scale.range
  return (
    <ChartFigure
      title={title}
      sentence={sentence}
      shortcut="5"
      table={<MeanTable sentence={sentence} points={points} decimals={scale.decimals} />}
      foot={timeIsOf === 'later-moments' ? `${say.time.whyLater} ${say.time.foot}` : say.time.foot}
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

const pointOf = ({ id, value }: TimePoint, label: string): MeanPoint => ({
  id,
  label,
  value: value && { n: value.n, mean: value.mean.value, low: value.mean.low, high: value.mean.high },
})

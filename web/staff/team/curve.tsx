import { outcomeWords } from '../../../core/figures/team-outcome-words.ts'
import type { Curve, TeamOutcomes } from '../../../core/figures/team-outcomes.ts'
import { ChartFigure } from '../../kit/charts/figure.tsx'
import { Fit } from '../../kit/charts/fit.tsx'
import { MeanLine } from '../../kit/charts/mean-line/chart.tsx'
import type { MeanPoint } from '../../kit/charts/mean-line/data.ts'
import { MeanTable } from '../../kit/charts/mean-line/table.tsx'
import { useFormats } from '../../kit/format.ts'
import { useLocal, useWords } from '../../kit/words.tsx'
import { NothingYet } from './way-to-talk.tsx'

/** The same people from their first measurement on, with how many of them are left. */
export function CohortCurve({ outcomes }: { outcomes: TeamOutcomes }) {
  const say = useWords(outcomeWords)
  const local = useLocal()
  const format = useFormats()
  const { scale, curve, who } = outcomes
  const sentence = useSentence(outcomes)
  const title = say.curve.title(local(scale.title))
  if (who) return <NothingYet title={title} text={say.curve.everybody} />
  if (!curve || curve.points.length === 0) return <NothingYet title={title} text={say.curve.few} />
  const reach = reachOf(curve, scale.range)
  const points = pointsOf(curve, say.curve.start, local)
  const decimals = Math.max(1, scale.decimals)
  return (
    <ChartFigure
      title={title}
      sentence={sentence}
      shortcut="6"
      table={<MeanTable sentence={sentence} points={points} decimals={decimals} />}
      foot={say.curve.foot(format.month(`${curve.months.from}-01`), format.month(`${curve.months.to}-01`))}
    >
      <Fit first={860}>
        {(width) => (
          <MeanLine
            sentence={sentence}
            direction={say.curve.axis(local(scale.directionWords))}
            range={[-reach, reach]}
            ticks={[-reach, 0, reach]}
            decimals={scale.decimals}
            points={points}
            width={width}
          />
        )}
      </Fit>
    </ChartFigure>
  )
}

/** As far up as down, so that nothing looks like much that is little. */
function reachOf({ points }: Curve, [from, to]: readonly [number, number]): number {
  const furthest = Math.max(...points.flatMap(({ change }) => [Math.abs(change.low), Math.abs(change.high)]))
  const step = (to - from) / 10
  return Math.min(to - from, Math.max(1, Math.ceil(furthest / step)) * step)
}

const pointsOf = (
  { began, points }: Curve,
  start: string,
  local: ReturnType<typeof useLocal>,
): MeanPoint[] => [
  { id: 'start', label: start, chain: 'start', value: { n: began, mean: 0, low: 0, high: 0 } },
  ...points.map(({ id, title, chain, asked, n, change }) => ({
    id,
    chain,
    label: local(title),
    value: { n, of: asked, mean: change.value, low: change.low, high: change.high },
  })),
]

/** How it is at the end of the longest way, and how many are left there. */
function useSentence({ curve, scale }: TeamOutcomes): string {
  const say = useWords(outcomeWords)
  const local = useLocal()
  const format = useFormats()
  const ways = [...Map.groupBy(curve?.points ?? [], ({ chain }) => chain).values()]
  const last = ways.toSorted((a, b) => b.length - a.length)[0]?.at(-1)
  if (!last) return say.curve.few
  const { change, title, n, asked } = last
  const by = `${change.value > 0 ? '+' : ''}${format.number(change.value, Math.max(1, scale.decimals))}`
  return `${say.curve.moved(by, local(title))} ${say.curve.left(n, asked)}`
}

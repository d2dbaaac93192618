import type { TeamFunnel } from '../../../core/figures/team-outcomes.ts'
import { wayWords } from '../../../core/figures/team-way-words.ts'
import { ChartFigure } from '../../kit/charts/figure.tsx'
import { Fit } from '../../kit/charts/fit.tsx'
import { Funnel, FunnelTable } from '../../kit/charts/funnel.tsx'
import { MeanLine } from '../../kit/charts/mean-line/chart.tsx'
import type { MeanPoint } from '../../kit/charts/mean-line/data.ts'
import { MeanTable } from '../../kit/charts/mean-line/table.tsx'
import { useFormats } from '../../kit/format.ts'
import { useWords } from '../../kit/words.tsx'

/** From invited to discussed over the whole period. */
export function WayToTalk({ funnel }: { funnel: TeamFunnel }) {
  const say = useWords(wayWords)
  const format = useFormats()
  const { total } = funnel
  if (!total) return <NothingYet title={say.funnel.title} text={say.funnel.few} />
  const steps = total.steps.map(({ id, n, of }) => ({ id, n, of, label: say.funnel.steps[id] ?? id }))
  const lost = steps.map(({ n, of }) => (of ?? n) - n)
  const worst = steps[lost.indexOf(Math.max(...lost))]?.label ?? ''
  const { share, of } = total.discussed
  const sentence = share
    ? say.funnel.sentence(worst, format.percent(share.value), of)
    : say.funnel.short(worst)
  const period = `${format.month(`${funnel.from}-01`)} – ${format.month(`${funnel.to}-01`)}`
  return (
    <ChartFigure
      title={say.funnel.title}
      sentence={sentence}
      shortcut="4"
      table={<FunnelTable sentence={sentence} steps={steps} />}
      foot={[
        total.declined > 0 ? say.funnel.declined(total.declined) : '',
        total.toCome > 0 ? say.funnel.toCome(total.toCome) : '',
        say.funnel.foot,
      ]
        .filter(Boolean)
        .join(' ')}
    >
      <Fit first={372}>
        {(width) => <Funnel sentence={sentence} steps={steps} period={period} width={width} />}
      </Fit>
    </ChartFigure>
  )
}

/** The second figure of our soul, month by month, with how far chance reaches. */
export function DiscussedPerMonth({ funnel }: { funnel: TeamFunnel }) {
  const say = useWords(wayWords)
  const format = useFormats()
  const points: MeanPoint[] = funnel.months.map(({ id, isOver, funnel: month }) => ({
    id,
    label: format.shortMonth(`${id}-01`),
    value: percentOf(month?.discussed),
    ...(isOver ? {} : { without: say.discussed.running }),
  }))
  const known = points.flatMap(({ id, value }) => (value ? [{ id, share: value.mean }] : []))
  const [first] = known
  if (!first) return <NothingYet title={say.discussed.title} text={say.discussed.few} />
  const shares = known.map(({ share }) => share)
  const write = (share: number) => format.number(share, 0)
  const sentence =
    known.length === 1
      ? say.discussed.one(format.month(`${first.id}-01`), write(first.share))
      : say.discussed[funnel.moves.discussed](write(Math.min(...shares)), write(Math.max(...shares)))
  return (
    <ChartFigure
      title={say.discussed.title}
      sentence={sentence}
      shortcut="3"
      table={<MeanTable sentence={sentence} points={points} decimals={0} />}
      foot={say.discussed.foot}
    >
      <Fit first={860}>
        {(width) => (
          <MeanLine
            sentence={sentence}
            direction={say.discussed.axis}
            range={[0, 100]}
            ticks={[0, 25, 50, 75, 100]}
            decimals={0}
            points={points}
            width={width}
          />
        )}
      </Fit>
    </ChartFigure>
  )
}

type Figure = NonNullable<TeamFunnel['total']>['discussed']

const percentOf = (figure: Figure | undefined): MeanPoint['value'] =>
  figure?.share
    ? {
        n: figure.of,
        mean: Math.round(figure.share.value * 100),
        low: Math.round(figure.share.low * 100),
        high: Math.round(figure.share.high * 100),
      }
    : null

/** A chart's place while there is too little to draw. */
export function NothingYet({ title, text }: { title: string; text: string }) {
  return (
    <section className="chart-figure">
      <div>
        <h2>{title}</h2>
        <p className="quiet">{text}</p>
      </div>
    </section>
  )
}

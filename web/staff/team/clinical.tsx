import type { MeasureSummary, TeamOutcomes } from '../../../core/figures/team-outcomes.ts'
import { ChartTable } from '../../kit/charts/table.tsx'
import { useFormats } from '../../kit/format.ts'
import { useLocal, useWords } from '../../kit/words.tsx'
import { outcomeWords } from './outcome-words.ts'
import { NothingYet } from './way-to-talk.tsx'

/** What clinicians and the administration record, beside what patients answer. */
export function Clinical({ outcomes }: { outcomes: TeamOutcomes }) {
  const say = useWords(outcomeWords)
  const local = useLocal()
  const cells = useCells()
  const { measures } = outcomes
  if (measures.length === 0) return <NothingYet title={say.clinical.title} text={say.clinical.none} />
  const known = measures.filter(({ estimate }) => estimate !== null).length
  return (
    <section className="chart-figure">
      <div>
        <h2>{say.clinical.title}</h2>
        <p className="quiet">{say.clinical.sentence(known, measures.length)}</p>
      </div>
      <div className="chart-body">
        <ChartTable
          caption={say.clinical.title}
          columns={[say.clinical.measure, say.clinical.value, say.clinical.interval, say.clinical.n]}
          rows={measures.map((measure) => ({
            key: measure.id,
            cells: [
              <span key="title">
                {local(measure.title)}
                <small className="team-direction">
                  {measure.direction === 'higher-is-better' ? say.clinical.higher : say.clinical.lower}
                </small>
              </span>,
              ...cells(measure),
            ],
          }))}
        />
      </div>
      <p className="chart-foot">{say.clinical.foot}</p>
    </section>
  )
}

function useCells() {
  const say = useWords(outcomeWords)
  const local = useLocal()
  const format = useFormats()
  return ({ kind, unit, estimate, n, eligible }: MeasureSummary): string[] => {
    const recorded =
      n === null || eligible === null
        ? say.clinical.few
        : n > eligible // a value counts from the day it was recorded, a person from the day the window ended
          ? format.number(n)
          : say.clinical.of(n, eligible)
    if (!estimate) return ['–', '–', recorded]
    const write = (value: number) => format.number(kind === 'event' ? value * 100 : value, 1)
    const suffix = kind === 'event' ? ' %' : unit ? ` ${local(unit)}` : ''
    return [write(estimate.value) + suffix, `${write(estimate.low)} – ${write(estimate.high)}`, recorded]
  }
}

import { recordedCells } from '../../../core/figures/recorded-cells.ts'
import { outcomeWords } from '../../../core/figures/team-outcome-words.ts'
import type { TeamOutcomes } from '../../../core/figures/team-outcomes.ts'
import { ChartTable } from '../../kit/charts/table.tsx'
import { useFormats } from '../../kit/format.ts'
import { useLanguage, useLocal, useWords } from '../../kit/words.tsx'
import { NothingYet } from './way-to-talk.tsx'

/** What clinicians and the administration record, beside what patients answer. */
export function Clinical({ outcomes }: { outcomes: TeamOutcomes }) {
  const say = useWords(outcomeWords)
  const local = useLocal()
  const format = useFormats()
  const { language } = useLanguage()
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
              ...recordedCells(measure, { language, format }),
            ],
          }))}
        />
      </div>
      <p className="chart-foot">{say.clinical.foot}</p>
    </section>
  )
}

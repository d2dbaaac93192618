import { useQuery } from '@tanstack/react-query'
import type { VisitFigures } from '../../../core/figures/visit-figures.ts'
import { useFormats } from '../../kit/format.ts'
import { Scroller } from '../../kit/scroller.tsx'
import { useWords } from '../../kit/words.tsx'
import { visitFigureWords } from './figures-words.ts'
import { visitFigures } from './queries.ts'

/** What was proposed and decided about visits of a team, and how it went on; nothing where the set has no visit triage. */
export function TeamVisits({ teamId, className = '' }: { teamId: string; className?: string }) {
  const { data } = useQuery(visitFigures(teamId))
  if (!data?.figures) return null
  return (
    <div className={className}>
      <Figures figures={data.figures} />
    </div>
  )
}

function Figures({ figures: { decided, after } }: { figures: VisitFigures }) {
  const say = useWords(visitFigureWords)
  const format = useFormats()
  const { months, people, asProposed } = decided
  if (!months) return <NotYet />
  return (
    <figure className="chart-figure">
      <figcaption>
        <h2>{say.title}</h2>
        <p>{say.sentence(people, asProposed === null ? '' : format.percent(asProposed / people))}</p>
      </figcaption>
      <div className="chart-body">
        {decided.forms.some(({ people: own }) => own !== null) ? (
          <Forms figures={{ decided, after }} />
        ) : (
          <p className="quiet">{say.hidden}</p>
        )}
      </div>
      <p className="chart-foot">
        {say.foot(format.month(`${months.from}-01`), format.month(`${months.to}-01`))}
      </p>
    </figure>
  )
}

function Forms({ figures: { decided, after } }: { figures: VisitFigures }) {
  const say = useWords(visitFigureWords)
  const format = useFormats()
  const count = (part: number | null | undefined) => (part == null ? say.small : format.number(part, 0))
  const { head } = say
  return (
    <Scroller label={say.title}>
      <table className="table">
        <thead>
          <tr>
            {[head.form, head.people, head.next, head.worse, head.alert].map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {decided.forms.map(({ form, people: own }) => {
            const later = after.find((one) => one.form === form)
            return (
              <tr key={form}>
                <th scope="row">{say.forms[form]}</th>
                {[own, later?.people, later?.worse, later?.alert].map((part, place) => (
                  <td key={[head.people, head.next, head.worse, head.alert][place]}>{count(part)}</td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </Scroller>
  )
}

function NotYet() {
  const say = useWords(visitFigureWords)
  return (
    <section>
      <h2>{say.title}</h2>
      <p className="quiet">{say.few}</p>
    </section>
  )
}

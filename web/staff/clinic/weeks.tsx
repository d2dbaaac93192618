import { useQuery } from '@tanstack/react-query'
import type { ConsultCounts } from '../../../core/consult/clinic-day.ts'
import { useFormats } from '../../kit/format.ts'
import { Scroller } from '../../kit/scroller.tsx'
import { useWords } from '../../kit/words.tsx'
import { clinicFigures } from './queries.ts'
import { words } from './words.ts'

/** Week by week: opened before the consult, and discussed; of the teams, and of the reader, who sees no colleague's. */
export function Weeks() {
  const say = useWords(words)
  const format = useFormats()
  const { data } = useQuery(clinicFigures)
  const weeks = data?.weeks.filter(({ team }) => team.of > 0) ?? []
  if (weeks.length === 0) return null
  const hasOwn = weeks.some(({ own }) => own && own.of > 0)
  const isOwnHidden = weeks.some(({ own }) => own === null)
  const { head } = say.weeks
  return (
    <details className="clinic-weeks-fold">
      <summary>
        {say.weeks.title} <small>{say.weeks.about}</small>
      </summary>
      <Scroller label={say.weeks.title}>
        <table className="table clinic-weeks">
          <thead>
            <tr>
              <th scope="col">{head.week}</th>
              <th scope="col">{head.consults}</th>
              <th scope="col">{head.opened}</th>
              <th scope="col">{head.discussed}</th>
              {hasOwn ? <th scope="col">{head.own}</th> : null}
            </tr>
          </thead>
          <tbody>
            {weeks.map(({ from, team, own }) => (
              <tr key={from}>
                <th scope="row">{say.weeks.from(format.shortDate(from))}</th>
                <td>{team.of}</td>
                <Share n={team.opened} counts={team} />
                <Share n={team.discussed} counts={team} />
                {hasOwn ? (
                  <td>{own && own.of > 0 ? say.weeks.own(own.opened, own.discussed, own.of) : '–'}</td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
      {isOwnHidden ? <p className="quiet">{say.weeks.ownHidden}</p> : null}
    </details>
  )
}

function Share({ n, counts: { of } }: { n: number; counts: ConsultCounts }) {
  const format = useFormats()
  return (
    <td>
      <span className="week-bar" aria-hidden="true">
        <i style={{ width: `${(100 * n) / of}%` }} />
      </span>
      {n} <span className="quiet">({format.percent(n / of)} %)</span>
    </td>
  )
}

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
            </tr>
          </thead>
          <tbody>
            {weeks.map(({ from, team, own }) => (
              <tr key={from}>
                <th scope="row">{say.weeks.from(format.shortDate(from))}</th>
                <td>{team.of}</td>
                <Share of="opened" team={team} own={own} />
                <Share of="discussed" team={team} own={own} />
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
      {isOwnHidden ? <p className="quiet">{say.weeks.ownHidden}</p> : null}
    </details>
  )
}

type ShareProps = { of: 'opened' | 'discussed'; team: ConsultCounts; own: ConsultCounts | null }

function Share({ of, team, own }: ShareProps) {
  const say = useWords(words)
  const format = useFormats()
  const share = team[of] / team.of
  return (
    <td>
      <span className="week-bar" aria-hidden="true">
        <i style={{ width: `${100 * share}%` }} />
      </span>
      {team[of]} <span className="quiet">({format.percent(share)} %)</span>
      {own && own.of > 0 ? <span className="week-own quiet">{say.weeks.own(own[of], own.of)}</span> : null}
    </td>
  )
}

import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useId } from 'react'
import type { TeamOutcomes } from '../../../core/team-outcomes.ts'
import { useFormats } from '../../kit/format.ts'
import { Sign } from '../../kit/symbols.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { filterWords } from './filter-words.ts'
import { PERIODS, type TeamSearch, USUAL_PERIOD } from './search.ts'

/** Words, not boxes: what is looked at stands in the address, so that a view can be shared. */
export function Filters({
  outcomes,
  search,
  teams,
}: {
  outcomes: TeamOutcomes
  search: TeamSearch
  teams: readonly { id: string; name: string }[]
}) {
  const say = useWords(filterWords)
  const local = useLocal()
  const format = useFormats()
  const navigate = useNavigate()
  const { choices } = outcomes
  const choose = (change: Partial<TeamSearch>) =>
    navigate({ to: '/staff/team', search: { ...search, ...change }, replace: true, resetScroll: false })
  return (
    <section className="team-filters" aria-label={say.filters}>
      {teams.length > 1 ? (
        <Filter
          label={say.team}
          value={outcomes.team.id}
          choose={(team) => navigate({ to: '/staff/team', search: { team } })}
        >
          {teams.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Filter>
      ) : null}
      <Filter
        label={say.period}
        value={String(search.months ?? USUAL_PERIOD)}
        choose={(count) => choose({ months: PERIODS.find((known) => String(known) === count) })}
      >
        {PERIODS.map((count) => (
          <option key={count} value={count}>
            {say.lastMonths(count)}
          </option>
        ))}
      </Filter>
      <Filter
        label={say.measure}
        value={outcomes.measure}
        choose={(measure) => choose({ measure, moment: undefined })}
      >
        {choices.measures.map(({ id, title }) => (
          <option key={id} value={id}>
            {local(title)}
          </option>
        ))}
      </Filter>
      <Filter
        label={say.treatment}
        value={outcomes.treatment ?? ''}
        choose={(treatment) => choose({ treatment: treatment || undefined })}
      >
        <option value="">{say.all}</option>
        {choices.treatments.map(({ id, title }) => (
          <option key={id} value={id}>
            {local(title)}
          </option>
        ))}
      </Filter>
      <Filter
        label={say.moment}
        value={search.moment ?? ''}
        choose={(moment) => choose({ moment: moment || undefined })}
      >
        <option value="">{say.usual}</option>
        {choices.moments.map(({ id, title }) => (
          <option key={id} value={id}>
            {local(title)}
          </option>
        ))}
      </Filter>
      <Filter
        label={say.by}
        value={search.by ?? 'moment'}
        choose={(by) => choose({ by: by === 'stage' ? 'stage' : undefined })}
      >
        <option value="moment">{say.byMoment}</option>
        <option value="stage">{say.byStage}</option>
      </Filter>
      <p className="team-up-to">{say.upTo(format.day(outcomes.today))}</p>
    </section>
  )
}

function Filter({
  label,
  value,
  choose,
  children,
}: {
  label: string
  value: string
  choose: (value: string) => unknown
  children: ReactNode
}) {
  const id = useId()
  return (
    <span className="team-filter">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => choose(event.target.value)}>
        {children}
      </select>
      <Sign name="chevron" size={12} />
    </span>
  )
}

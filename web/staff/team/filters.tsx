import { useNavigate } from '@tanstack/react-router'
import type { TeamOutcomes } from '../../../core/team-outcomes.ts'
import { Filter } from '../../kit/filter.tsx'
import { useFormats } from '../../kit/format.ts'
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
    <section className="filters" aria-label={say.filters}>
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
      <p className="filters-end">{say.upTo(format.day(outcomes.today))}</p>
    </section>
  )
}

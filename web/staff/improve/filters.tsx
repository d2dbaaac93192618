import { useNavigate } from '@tanstack/react-router'
import type { IndicatorChart, TeamCharts } from '../../../core/improvement.ts'
import { Filter } from '../../kit/filter.tsx'
import { useFormats } from '../../kit/format.ts'
import { useLocal, useWords } from '../../kit/words.tsx'
import { type ImproveSearch, SPANS, USUAL_SPAN } from './search.ts'
import { words } from './words.ts'

const SIDES = [
  'outcome',
  'experience',
  'clinical',
  'process',
] as const satisfies readonly IndicatorChart['side'][]

type FiltersProps = {
  charts: TeamCharts
  chosen: string
  search: ImproveSearch
  teams: readonly { id: string; name: string }[]
}

/** Which team, which figure, how long: it stands in the address. */
export function Filters({ charts, chosen, search, teams }: FiltersProps) {
  const say = useWords(words)
  const local = useLocal()
  const format = useFormats()
  const navigate = useNavigate()
  const choose = (change: Partial<ImproveSearch>) =>
    navigate({
      to: '/staff/team/improve',
      search: { ...search, ...change },
      replace: true,
      resetScroll: false,
    })
  return (
    <section className="filters" aria-label={say.filters}>
      {teams.length > 1 ? (
        <Filter
          label={say.team}
          value={charts.team.id}
          choose={(team) => navigate({ to: '/staff/team/improve', search: { team } })}
        >
          {teams.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Filter>
      ) : null}
      <Filter label={say.indicator} value={chosen} choose={(indicator) => choose({ indicator })}>
        {SIDES.map((side) => (
          <optgroup key={side} label={say.sides[side]}>
            {charts.indicators
              .filter((one) => one.side === side)
              .map(({ id, title }) => (
                <option key={id} value={id}>
                  {local(title)}
                </option>
              ))}
          </optgroup>
        ))}
      </Filter>
      <Filter
        label={say.months}
        value={String(search.months ?? USUAL_SPAN)}
        choose={(count) => choose({ months: SPANS.find((known) => String(known) === count) })}
      >
        {SPANS.map((count) => (
          <option key={count} value={count}>
            {say.lastMonths(count)}
          </option>
        ))}
      </Filter>
      <p className="filters-end">{say.upTo(format.day(charts.today))}</p>
    </section>
  )
}

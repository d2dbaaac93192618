import { useNavigate } from '@tanstack/react-router'
import type { IndicatorChart, TeamCharts } from '../../../core/figures/improvement.ts'
import { Filter } from '../../kit/filter.tsx'
import { useFormats } from '../../kit/format.ts'
import { useLocal, useWords } from '../../kit/words.tsx'
import { TeamFilters } from '../team/frame.tsx'
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
}

/** Which figure, how long. */
export function Filters({ charts, chosen, search }: FiltersProps) {
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
    <TeamFilters to="/staff/team/improve" teamId={charts.team.id} end={say.upTo(format.day(charts.today))}>
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
    </TeamFilters>
  )
}

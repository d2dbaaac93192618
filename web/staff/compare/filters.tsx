import { useNavigate } from '@tanstack/react-router'
import { comparedBy, type TeamComparison } from '../../../core/figures/team-comparison.ts'
import { Filter } from '../../kit/filter.tsx'
import { useFormats } from '../../kit/format.ts'
import { useLocal, useWords } from '../../kit/words.tsx'
import { TeamFilters } from '../team/frame.tsx'
import type { CompareSearch } from './search.ts'
import { words } from './words.ts'

export type Result = NonNullable<TeamComparison['result']>

type FiltersProps = {
  result: Result
  search: CompareSearch
  teamId: string
}

/** What is compared, between whom. The period is fixed, so that none can be taken from another. */
export function Filters({ result, search, teamId }: FiltersProps) {
  const say = useWords(words)
  const local = useLocal()
  const format = useFormats()
  const navigate = useNavigate()
  const choose = (change: Partial<CompareSearch>) =>
    navigate({
      to: '/staff/team/compare',
      search: { ...search, ...change },
      replace: true,
      resetScroll: false,
    })
  return (
    <TeamFilters
      to="/staff/team/compare"
      teamId={teamId}
      end={say.upTo(format.month(`${result.from}-01`), format.month(`${result.to}-01`))}
    >
      <Filter label={say.indicator} value={result.indicator.id} choose={(indicator) => choose({ indicator })}>
        {result.indicators.map(({ id, title }) => (
          <option key={id} value={id}>
            {local(title)}
          </option>
        ))}
      </Filter>
      <Filter
        label={say.by}
        value={result.by}
        choose={(chosen) => choose({ by: comparedBy.find((one) => one === chosen) })}
      >
        {comparedBy.map((one) => (
          <option key={one} value={one}>
            {say.units[one]}
          </option>
        ))}
      </Filter>
    </TeamFilters>
  )
}

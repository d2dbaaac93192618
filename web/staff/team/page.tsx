import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { pageWords } from '../../../core/figures/team-page-words.ts'
import { Loading, Trouble } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import { TeamVisits } from '../visits/figures.tsx'
import { Clinical } from './clinical.tsx'
import { CohortCurve } from './curve.tsx'
import { Filters } from './filters.tsx'
import { TeamFrame } from './frame.tsx'
import { Lede } from './lede.tsx'
import { Missing } from './missing.tsx'
import { OverTime } from './over-time.tsx'
import { QuarterNews } from './quarter-news.tsx'
import { funnel, outcomes } from './queries.ts'
import type { TeamSearch } from './search.ts'
import { Spread } from './spread.tsx'
import { DiscussedPerMonth, WayToTalk } from './way-to-talk.tsx'
import { Wishes } from './wishes.tsx'

const route = getRouteApi('/shell/staff/team')

/** What a team achieves for its patient group, and how much of what patients answered is used. */
export function TeamPage() {
  const say = useWords(pageWords)
  const search = route.useSearch()
  return (
    <TeamFrame title={say.tab} team={search.team}>
      {(teamId) => <Results teamId={teamId} search={search} />}
    </TeamFrame>
  )
}

/** Old figures stay while new ones come, so that changing a filter does not make the page jump. */
function Results({ teamId, search }: { teamId: string; search: TeamSearch }) {
  const results = useQuery(outcomes(teamId, search))
  const way = useQuery(funnel(teamId, search))
  const error = results.error ?? way.error
  if (error)
    return <Trouble error={error} retry={() => void Promise.all([results.refetch(), way.refetch()])} />
  if (!results.data || !way.data) return <Loading />
  // A team begins with what its own patients want: there is nothing else to tell yet.
  const isNew = results.data.who === null && results.data.moments.every(({ summary }) => summary.n === null)
  return (
    <>
      <Lede outcomes={results.data} funnel={way.data} search={search}>
        <QuarterNews teamId={teamId} />
      </Lede>
      {isNew ? (
        <div className="team-row">
          <Wishes teamId={teamId} />
        </div>
      ) : null}
      <Filters outcomes={results.data} search={search} />
      <div className="team-row">
        <Spread outcomes={results.data} search={search} />
        <Missing outcomes={results.data} />
      </div>
      <div className="team-row">
        <DiscussedPerMonth funnel={way.data} />
        <WayToTalk funnel={way.data} />
      </div>
      <div className="team-row">
        <OverTime outcomes={results.data} />
        <Clinical outcomes={results.data} />
      </div>
      <div className="team-row">
        <CohortCurve outcomes={results.data} />
        {isNew ? null : <Wishes teamId={teamId} />}
      </div>
      <TeamVisits className="team-row" teamId={teamId} />
    </>
  )
}

import './team.css'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTitle } from '../../kit/frame.tsx'
import { Empty, Loading, Trouble } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import { Clinical } from './clinical.tsx'
import { Filters } from './filters.tsx'
import { Lede } from './lede.tsx'
import { Missing } from './missing.tsx'
import { OverTime } from './over-time.tsx'
import { pageWords } from './page-words.ts'
import { funnel, outcomes, teams } from './queries.ts'
import { type TeamSearch, USUAL_PERIOD } from './search.ts'
import { Spread } from './spread.tsx'
import { TeamTabs } from './tabs.tsx'
import { DiscussedPerMonth, WayToTalk } from './way-to-talk.tsx'

const route = getRouteApi('/shell/staff/team')

/** What a team achieves for its patient group, and how much of what patients answered is used. */
export function TeamPage() {
  const say = useWords(pageWords)
  const search = route.useSearch()
  const { data } = useSuspenseQuery(teams)
  useTitle(say.tab)
  const team = data.teams.find(({ id }) => id === search.team) ?? data.teams[0]
  return (
    <div className="page team-page">
      <TeamTabs team={search.team} />
      {team ? (
        <Results teamId={team.id} search={search} teams={data.teams} />
      ) : (
        <Empty title={say.noTeam}>{say.noTeamAbout}</Empty>
      )}
    </div>
  )
}

type ResultsProps = { teamId: string; search: TeamSearch; teams: readonly { id: string; name: string }[] }

/** Old figures stay while new ones come, so that changing a filter does not make the page jump. */
function Results({ teamId, search, teams }: ResultsProps) {
  const results = useQuery(outcomes(teamId, search))
  const way = useQuery(funnel(teamId, search))
  const error = results.error ?? way.error
  if (error)
    return <Trouble error={error} retry={() => void Promise.all([results.refetch(), way.refetch()])} />
  if (!results.data || !way.data) return <Loading />
  return (
    <>
      <Lede outcomes={results.data} funnel={way.data} months={search.months ?? USUAL_PERIOD} />
      <Filters outcomes={results.data} search={search} teams={teams} />
      <div className="team-row">
        <Spread outcomes={results.data} by={search.by ?? 'moment'} />
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
    </>
  )
}

import '../team/team.css'
import './improve.css'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { TeamCharts } from '../../../core/improvement.ts'
import { useTitle } from '../../kit/frame.tsx'
import { Empty, Loading, Trouble } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import { pageWords } from '../team/page-words.ts'
import { teams } from '../team/queries.ts'
import { TeamTabs } from '../team/tabs.tsx'
import { Filters } from './filters.tsx'
import { IndicatorFigure } from './indicator-figure.tsx'
import { Lede } from './lede.tsx'
import { Improvements } from './list.tsx'
import { charts } from './queries.ts'
import { type ImproveSearch, USUAL_SPAN } from './search.ts'
import { words } from './words.ts'

const route = getRouteApi('/shell/staff/team/improve')

/** What a team changes to do better, and whether the figures move by more than chance. */
export function ImprovePage() {
  const say = useWords(words)
  const none = useWords(pageWords)
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
        <Empty title={none.noTeam}>{none.noTeamAbout}</Empty>
      )}
    </div>
  )
}

type ResultsProps = { teamId: string; search: ImproveSearch; teams: readonly { id: string; name: string }[] }

function Results({ teamId, search, teams }: ResultsProps) {
  const say = useWords(words)
  const { data, error, refetch } = useQuery(charts(teamId, search.months ?? USUAL_SPAN))
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const chosen = chosenOf(data, search.indicator)
  return (
    <>
      <Lede charts={data} />
      <Filters charts={data} chosen={chosen?.id ?? ''} search={search} teams={teams} />
      <div className="team-row">
        {chosen ? (
          <IndicatorFigure indicator={chosen} improvements={data.improvements} />
        ) : (
          <p className="quiet">{say.noFigures}</p>
        )}
        <Improvements charts={data} teamId={teamId} />
      </div>
    </>
  )
}

/** The indicator that was asked for; else the first with news, with limits, or at all. */
function chosenOf({ indicators }: TeamCharts, id: string | undefined) {
  const having = (...kinds: string[]) => indicators.find(({ news }) => kinds.includes(news.kind))
  return (
    indicators.find((one) => one.id === id) ??
    having('better', 'worse', 'mixed') ??
    having('no-signal') ??
    indicators[0]
  )
}

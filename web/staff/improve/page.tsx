import './improve.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { TeamCharts } from '../../../core/figures/improvement.ts'
import { Loading, Trouble } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import { TeamFrame } from '../team/frame.tsx'
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
  const search = route.useSearch()
  return (
    <TeamFrame title={say.tab} team={search.team}>
      {(teamId) => <Results teamId={teamId} search={search} />}
    </TeamFrame>
  )
}

function Results({ teamId, search }: { teamId: string; search: ImproveSearch }) {
  const say = useWords(words)
  const { data, error, refetch } = useQuery(charts(teamId, search.months ?? USUAL_SPAN))
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const chosen = chosenOf(data, search.indicator)
  return (
    <>
      <Lede charts={data} />
      <Filters charts={data} chosen={chosen?.id ?? ''} search={search} />
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

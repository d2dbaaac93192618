import './scorecard.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../../kit/api.ts'
import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { Loading, Trouble } from '../../kit/states.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { charts } from '../improve/queries.ts'
import { USUAL_SPAN } from '../improve/search.ts'
import { PdfButton } from '../pdf-button.tsx'
import { TeamFrame } from '../team/frame.tsx'
import { Costs } from './costs.tsx'
import { Figures } from './figures.tsx'
import { costs } from './queries.ts'
import { words } from './words.ts'

const route = getRouteApi('/shell/staff/team/scorecard')

/** One sheet of paper per patient group: outcome, experience, clinical measures, process, costs and energy. */
export function ScorecardPage() {
  const say = useWords(words)
  const search = route.useSearch()
  return (
    <TeamFrame title={say.tab} team={search.team} className="scorecard">
      {(teamId) => <Card teamId={teamId} />}
    </TeamFrame>
  )
}

function Card({ teamId }: { teamId: string }) {
  const say = useWords(words)
  const local = useLocal()
  const format = useFormats()
  const figures = useQuery(charts(teamId, USUAL_SPAN))
  const money = useQuery(costs(teamId))
  const error = figures.error ?? money.error
  if (error)
    return <Trouble error={error} retry={() => void Promise.all([figures.refetch(), money.refetch()])} />
  if (!figures.data || !money.data) return <Loading />
  const { team, group, today, indicators } = figures.data
  return (
    <>
      <header className="scorecard-head">
        <div>
          <h1>{say.title(local(group))}</h1>
          <p className="quiet">{say.about(team.name, format.day(today))}</p>
        </div>
        <div className="scorecard-ways">
          <Button onClick={() => window.print()}>{say.print}</Button>
          <PdfButton
            get={(language) =>
              api.documents.teams[':teamId'].scorecard.$get({ param: { teamId }, query: { language } })
            }
          />
        </div>
      </header>
      <Figures indicators={indicators} />
      <Costs costs={money.data} teamId={teamId} />
    </>
  )
}

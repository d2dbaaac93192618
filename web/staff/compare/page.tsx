import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { isAmongOthers } from '../../../core/figures/team-comparison.ts'
import { useFormats } from '../../kit/format.ts'
import { Loading, Trouble } from '../../kit/states.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { TeamFrame } from '../team/frame.tsx'
import { CaterpillarFigure, FunnelFigure } from './figures.tsx'
import { Filters } from './filters.tsx'
import { CloseAgain, Closed } from './gate.tsx'
import { Model } from './model.tsx'
import { comparison } from './queries.ts'
import type { CompareSearch } from './search.ts'
import { words } from './words.ts'

const route = getRouteApi('/shell/staff/team/compare')

/** A team beside others: raw and adjusted, with what chance allows; closed until its lead opens it. */
export function ComparePage() {
  const say = useWords(words)
  const search = route.useSearch()
  return (
    <TeamFrame title={say.tab} team={search.team}>
      {(teamId) => <Results teamId={teamId} search={search} />}
    </TeamFrame>
  )
}

function Results({ teamId, search }: { teamId: string; search: CompareSearch }) {
  const say = useWords(words)
  const local = useLocal()
  const format = useFormats()
  const { data, error, refetch } = useQuery(comparison(teamId, search))
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const { result, openSince, mayOpen } = data
  if (!result || openSince === null) return <Closed teamId={teamId} mayOpen={mayOpen} />
  return (
    <>
      <header className="team-lede">
        <p className="team-about">
          {data.team.name} · {say.since(format.day(openSince))}
        </p>
        <h1>{say.title(local(result.indicator.title))}</h1>
      </header>
      <Filters result={result} search={search} teamId={teamId} />
      <div className="team-row">
        {isAmongOthers(result.by) ? (
          <FunnelFigure result={result} />
        ) : (
          <CaterpillarFigure result={result} shortcut="1" />
        )}
        <Model result={result} />
      </div>
      {isAmongOthers(result.by) ? (
        <div className="team-row">
          <CaterpillarFigure result={result} shortcut="2" />
        </div>
      ) : null}
      {mayOpen ? <CloseAgain teamId={teamId} /> : null}
    </>
  )
}

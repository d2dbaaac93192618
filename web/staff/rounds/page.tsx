import './rounds.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Loading, Trouble } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import { FormProblem } from '../sign-in/door.tsx'
import { useProblem } from '../sign-in/problem.ts'
import { TeamFilters, TeamFrame } from '../team/frame.tsx'
import { endRound, rounds } from './queries.ts'
import { RoundSection } from './round.tsx'
import { StartRound } from './start.tsx'
import { words } from './words.ts'

const route = getRouteApi('/shell/staff/team/rounds')

/** What colleagues and partners of a team answer, without names. */
export function RoundsPage() {
  const say = useWords(words)
  const search = route.useSearch()
  return (
    <TeamFrame title={say.tab} team={search.team}>
      {(teamId) => (
        <>
          <header className="team-lede">
            <h1>{say.title}</h1>
          </header>
          <TeamFilters to="/staff/team/rounds" teamId={teamId} />
          <Rounds key={teamId} teamId={teamId} />
        </>
      )}
    </TeamFrame>
  )
}

function Rounds({ teamId }: { teamId: string }) {
  const say = useWords(words)
  const problem = useProblem(say.problems)
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery(rounds(teamId))
  const ending = useMutation({
    mutationFn: endRound,
    onSettled: () => queries.invalidateQueries({ queryKey: ['rounds', teamId] }),
  })
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      <p className="rounds-about">{say.about}</p>
      {data.mayStart ? <StartRound teamId={teamId} questionnaires={data.questionnaires} /> : null}
      <FormProblem>{ending.error ? problem(ending.error) : null}</FormProblem>
      {data.rounds.length === 0 ? <p className="quiet">{say.none}</p> : null}
      {data.rounds.map((round, place) => (
        <RoundSection
          key={round.id}
          round={round}
          before={data.rounds
            .slice(place + 1)
            .find(({ result, title }) => result && title.en === round.title.en)}
          end={data.mayStart ? () => ending.mutate({ teamId, roundId: round.id }) : null}
        />
      ))}
    </>
  )
}

import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { FunnelFigure } from '../../../core/funnel.ts'
import type { Programme, ProgrammeTeam } from '../../../core/programme.ts'
import { Button } from '../../kit/button.tsx'
import { ChartTable } from '../../kit/charts/table.tsx'
import { useFormats } from '../../kit/format.ts'
import { Page, Section } from '../../kit/frame.tsx'
import { Loading, Trouble } from '../../kit/states.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { me } from '../queries.ts'
import { FormProblem } from '../sign-in/door.tsx'
import { useProblem } from '../sign-in/problem.ts'
import { programme, share } from './queries.ts'
import { words } from './words.ts'

/** All teams of a programme beside each other: who starts, what is discussed, what is improved. */
export function ProgrammePage() {
  const say = useWords(words)
  const format = useFormats()
  const { data, error, refetch } = useQuery(programme)
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const told = data.teams.flatMap(({ started }) => started?.share ?? [])
  const well = told.filter(({ value }) => value > 0.5).length
  return (
    <Page title={say.title} about={say.about(format.month(`${data.from}-01`), format.month(`${data.to}-01`))}>
      {told.length > 0 ? <p className="table-before">{say.sum(well, told.length)}</p> : null}
      {data.teams.length === 0 ? <p className="quiet">{say.none}</p> : <Teams teams={data.teams} />}
      <Region data={data} />
    </Page>
  )
}

function Teams({ teams }: { teams: readonly ProgrammeTeam[] }) {
  const say = useWords(words)
  const format = useFormats()
  const share = (figure: FunnelFigure | null) =>
    figure?.share ? `${format.percent(figure.share.value)} %` : say.few
  const rows = teams.map((team) => {
    const { open, adopted, abandoned } = team.improvements
    const improving = say.improvements(open, adopted, abandoned)
    return {
      key: team.id,
      cells: [
        <TeamName key={team.id} team={team} />,
        team.invited ?? say.few,
        share(team.started),
        share(team.discussed),
        improving,
      ],
    }
  })
  return <ChartTable caption={say.title} columns={Object.values(say.columns)} rows={rows} />
}

/** Others' teams are figures only: their pages stay theirs. */
function TeamName({ team: { id, name, organisation, own, group } }: { team: ProgrammeTeam }) {
  const local = useLocal()
  const { data } = useSuspenseQuery(me)
  return (
    <>
      {own && data.permissions.includes('cohort:read') ? (
        <Link to="/staff/team" search={{ team: id }}>
          {name}
        </Link>
      ) : (
        name
      )}
      <span className="table-about">{group ? `${organisation}, ${local(group)}` : organisation}</span>
    </>
  )
}

function Region({ data: { sharesSince, mayShare } }: { data: Programme }) {
  const say = useWords(words).region
  const format = useFormats()
  const problem = useProblem({})
  const queries = useQueryClient()
  const change = useMutation({
    mutationFn: share,
    onSettled: () => queries.invalidateQueries({ queryKey: ['programme'] }),
  })
  return (
    <Section title={say.title}>
      <p>{sharesSince ? say.shared(format.day(sharesSince)) : say.notShared}</p>
      {mayShare ? (
        <Button size="page" disabled={change.isPending} onClick={() => change.mutate(!sharesSince)}>
          {sharesSince ? say.unshare : say.share}
        </Button>
      ) : null}
      <FormProblem>{change.error ? problem(change.error) : null}</FormProblem>
    </Section>
  )
}

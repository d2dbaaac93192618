import './imports.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Page } from '../../kit/frame.tsx'
import { Loading, Trouble } from '../../kit/states.tsx'
import { Sign } from '../../kit/symbols.tsx'
import { useWords } from '../../kit/words.tsx'
import { AboutFile } from './about-file.tsx'
import { type Checked, checkOf } from './checked.ts'
import { Columns } from './columns.tsx'
import { Drop } from './drop.tsx'
import { ImportKinds } from './kinds.tsx'
import { Outcome } from './outcome.tsx'
import { importsOverview, sendFile } from './queries.ts'
import { Recent } from './recent.tsx'
import { Sending } from './sending.tsx'
import { words } from './words.ts'

const route = getRouteApi('/shell/staff/imports')

/** A file of appointments: dropped, looked at line by line, imported, followed. */
export function ImportsPage() {
  const say = useWords(words)
  const search = route.useSearch()
  const [teamId, setTeamId] = useState('')
  const overview = useQuery(importsOverview)
  const { send, checked } = useSend()
  if (overview.error && !overview.data)
    return <Trouble error={overview.error} retry={() => void overview.refetch()} />
  if (!overview.data) return <Loading />
  const onScreen = checkOf(search.import, checked)
  const changeTeam = (id: string) => {
    setTeamId(id)
    if (onScreen) send.mutate({ file: onScreen.file, teamId: id, dryRun: true })
  }
  return (
    <Page title={say.title} about={say.about} aside={<Waiting n={overview.data.waiting} />}>
      <ImportKinds />
      <Drop
        about={
          <AboutFile
            teams={overview.data.teams}
            teamId={teamId}
            setTeamId={changeTeam}
            busy={send.isPending}
          />
        }
        take={(file) => send.mutate({ file, teamId, dryRun: true })}
        busy={send.isPending}
        taken={(send.isPending ? send.variables.file : onScreen?.file)?.name ?? null}
      />
      <Columns />
      <Sending isPending={send.isPending} error={send.error} />
      {search.import && !send.isPending && !send.error ? (
        <Outcome
          id={search.import}
          show={search.show}
          importNow={onScreen ? () => send.mutate({ ...onScreen, dryRun: false }) : null}
        />
      ) : null}
      <Recent imports={overview.data.imports} />
    </Page>
  )
}

/** Sends a file, shows what came of it, and keeps what the last check was of. */
function useSend() {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [checked, setChecked] = useState<Checked | null>(null)
  const send = useMutation({
    mutationFn: sendFile,
    onSuccess: async (id, { file, teamId, dryRun }) => {
      setChecked(dryRun ? { checkId: id, file, teamId } : null)
      await navigate({ to: '/staff/imports', search: { import: id } })
      await queries.invalidateQueries({ queryKey: ['imports'], exact: true })
    },
  })
  return { send, checked }
}

function Waiting({ n }: { n: number }) {
  const say = useWords(words)
  return (
    <Link className={n === 0 ? undefined : 'status watch'} to="/staff/quarantine">
      {n === 0 ? null : <Sign name="alert" />}
      {n === 0 ? say.none : say.waiting(n)}
    </Link>
  )
}

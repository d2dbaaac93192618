import './imports.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
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
import { type ImportKind, importsOverview, pageOf, sendFile } from './queries.ts'
import { Recent } from './recent.tsx'
import { Sending } from './sending.tsx'
import { words } from './words.ts'

const routes = {
  appointments: '/shell/staff/imports',
  patients: '/shell/staff/imports/patients',
} as const

/** A file of appointments. */
export const ImportsPage = () => <FilePage kind="appointments" />
/** A file of patients without appointments. */
export const PatientsPage = () => <FilePage kind="patients" />

/** A file: dropped, looked at line by line, imported, followed. */
function FilePage({ kind }: { kind: ImportKind }) {
  const say = useWords(words)
  const search = useSearch({ from: routes[kind] })
  const [teamId, setTeamId] = useState('')
  const overview = useQuery(importsOverview(kind))
  const { send, checked } = useSend(kind)
  if (overview.error && !overview.data)
    return <Trouble error={overview.error} retry={() => void overview.refetch()} />
  if (!overview.data) return <Loading />
  const onScreen = checkOf(search.import, checked)
  const changeTeam = (id: string) => {
    setTeamId(id)
    if (onScreen) send.mutate({ file: onScreen.file, teamId: id, dryRun: true })
  }
  return (
    <Page title={say.titles[kind]} about={say.abouts[kind]} aside={<Waiting n={overview.data.waiting} />}>
      <ImportKinds />
      <Drop
        about={
          <AboutFile
            kind={kind}
            teams={kind === 'appointments' ? overview.data.teams : []}
            teamId={teamId}
            setTeamId={changeTeam}
            busy={send.isPending}
          />
        }
        take={(file) => send.mutate({ file, teamId, dryRun: true })}
        busy={send.isPending}
        taken={(send.isPending ? send.variables.file : onScreen?.file)?.name ?? null}
      />
      <Columns kind={kind} />
      <Sending isPending={send.isPending} error={send.error} />
      {search.import && !send.isPending && !send.error ? (
        <Outcome
          kind={kind}
          id={search.import}
          show={search.show}
          importNow={onScreen ? () => send.mutate({ ...onScreen, dryRun: false }) : null}
        />
      ) : null}
      <Recent kind={kind} imports={overview.data.imports} />
    </Page>
  )
}

/** Sends a file, shows what came of it, and keeps what the last check was of. */
function useSend(kind: ImportKind) {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [checked, setChecked] = useState<Checked | null>(null)
  const send = useMutation({
    mutationFn: (upload: Parameters<typeof sendFile>[1]) => sendFile(kind, upload),
    onSuccess: async (id, { file, teamId, dryRun }) => {
      setChecked(dryRun ? { checkId: id, file, teamId } : null)
      await navigate({ to: pageOf[kind], search: { import: id } })
      await queries.invalidateQueries(importsOverview(kind))
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

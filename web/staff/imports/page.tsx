import './imports.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Page } from '../../kit/frame.tsx'
import { Loading, Trouble } from '../../kit/states.tsx'
import { Sign } from '../../kit/symbols.tsx'
import { useWords } from '../../kit/words.tsx'
import { AboutFile } from './about-file.tsx'
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
  const [file, setFile] = useState<File | null>(null)
  const [teamId, setTeamId] = useState('')
  const overview = useQuery(importsOverview)
  const send = useSend(teamId)
  if (overview.error && !overview.data)
    return <Trouble error={overview.error} retry={() => void overview.refetch()} />
  if (!overview.data) return <Loading />
  const take = (taken: File) => {
    setFile(taken)
    send.mutate({ file: taken, dryRun: true })
  }
  return (
    <Page title={say.title} about={say.about} aside={<Waiting n={overview.data.waiting} />}>
      <ImportKinds />
      <Drop
        about={<AboutFile teams={overview.data.teams} teamId={teamId} setTeamId={setTeamId} />}
        take={take}
        busy={send.isPending}
        taken={file?.name ?? null}
      />
      <Sending isPending={send.isPending} error={send.error} />
      {search.import && !send.isPending && !send.error ? (
        <Outcome
          id={search.import}
          show={search.show}
          importNow={file ? () => send.mutate({ file, dryRun: false }) : null}
        />
      ) : null}
      <Recent imports={overview.data.imports} />
    </Page>
  )
}

function useSend(teamId: string) {
  const navigate = useNavigate()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (given: { file: File; dryRun: boolean }) => sendFile({ ...given, teamId }),
    onSuccess: async (id) => {
      await navigate({ to: '/staff/imports', search: { import: id } })
      await queries.invalidateQueries({ queryKey: ['imports'], exact: true })
    },
  })
}

function Waiting({ n }: { n: number }) {
  const say = useWords(words)
  return n === 0 ? (
    <p className="quiet imports-waiting">{say.none}</p>
  ) : (
    <Link className="status watch imports-waiting" to="/staff/quarantine">
      <Sign name="alert" />
      {say.waiting(n)}
    </Link>
  )
}

import './alerts.css'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { AlertDesk, AlertRow } from '../../../core/alerts/alert-desk.ts'
import type { AlertOutcome } from '../../../core/alerts/alert-outcome.ts'
import { useFormats } from '../../kit/format.ts'
import { Page, Section } from '../../kit/frame.tsx'
import { Empty } from '../../kit/states.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { nameOf } from './cells.tsx'
import { CloseDialog } from './close-dialog.tsx'
import { MetByLine } from './met-by-line.tsx'
import { alertCount, alertDesk } from './queries.ts'
import { AlertTable } from './table.tsx'
import { Watch } from './watch.tsx'
import { words } from './words.ts'

const route = getRouteApi('/shell/staff/alerts')

/** What the caller's teams have to answer, and who does. */
export function AlertsPage() {
  const say = useWords(words)
  const { view, team } = route.useSearch()
  const { data: desk, refetch } = useSuspenseQuery(alertDesk)
  const { data: count } = useQuery(alertCount)
  const isBehind = count !== undefined && count.open !== desk.open.length
  useEffect(() => {
    if (isBehind) void refetch()
  }, [isBehind, refetch])
  const mine = desk.open.filter(({ holder }) => holder === null || holder.id === desk.me)
  const tabs = [
    { name: say.toDo, view: undefined },
    { name: say.watch, view: 'watch' as const },
  ]
  return (
    <Page title={say.title} about={say.about(desk.open.length, mine.length)}>
      <nav className="tabs" aria-label={say.views}>
        {tabs.map((tab) => (
          <Link
            key={tab.name}
            className="tab"
            to="/staff/alerts"
            search={{ view: tab.view }}
            activeOptions={{ exact: true }}
            aria-current={tab.view === view ? 'true' : undefined}
          >
            {tab.name}
          </Link>
        ))}
      </nav>
      {view === 'watch' ? <Watch teams={desk.teams} chosen={team} /> : <ToDo desk={desk} />}
    </Page>
  )
}

function ToDo({ desk }: { desk: AlertDesk }) {
  const say = useWords(words)
  const [closing, close] = useState<AlertRow | null>(null)
  const heldBy = (test: (holder: string | undefined) => boolean) =>
    desk.open.filter(({ holder }) => test(holder?.id))
  const groups = [
    { name: say.mine, about: say.mineAbout, rows: heldBy((id) => id === desk.me) },
    { name: say.team, about: say.teamAbout, rows: heldBy((id) => id === undefined) },
    { name: say.others, about: say.othersAbout, rows: heldBy((id) => id !== undefined && id !== desk.me) },
  ]
  return (
    <>
      {desk.open.length === 0 ? (
        <Empty title={say.empty}>{say.emptyAbout}</Empty>
      ) : (
        <AlertTable desk={desk} groups={groups.filter(({ rows }) => rows.length > 0)} close={close} />
      )}
      {desk.closed.length > 0 ? <Closed rows={desk.closed} /> : null}
      {closing ? (
        <CloseDialog key={closing.id} alertId={closing.id} name={nameOf(closing)} close={() => close(null)} />
      ) : null}
    </>
  )
}

function Closed({ rows }: { rows: readonly AlertRow[] }) {
  const say = useWords(words)
  const local = useLocal()
  const format = useFormats()
  return (
    <Section title={say.closed} about={say.closedAbout}>
      <table className="table alert-closed">
        <thead>
          <tr>
            <th scope="col">{say.patient}</th>
            <th scope="col">{say.what}</th>
            <th scope="col">{say.came}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{nameOf(row)}</th>
              <td>
                {local(row.title)}
                {row.metBy ? <MetByLine met={row.metBy} /> : null}
              </td>
              <td>
                {say.outcomes[row.outcomeCode as AlertOutcome] ?? ''}
                <span className="line quiet">
                  {[row.outcome, row.closedBy, row.closedAt && format.dayTime(row.closedAt)]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

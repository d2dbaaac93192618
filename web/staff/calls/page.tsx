import './calls.css'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Page } from '../../kit/frame.tsx'
import { Empty, Loading, Trouble } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import { CallDialog } from './call-dialog.tsx'
import { type CallRow, callList, callTeams } from './queries.ts'
import { RuleDialog, RuleLine } from './rule.tsx'
import { CallTable } from './table.tsx'
import { callWords } from './words.ts'
import { Brought } from './yield.tsx'

const route = getRouteApi('/shell/staff/calls')

/** Whom this team calls today, because mail alone did not do it, and what calling brings. */
export function CallsPage() {
  const say = useWords(callWords)
  const { team } = route.useSearch()
  const { data: teams } = useSuspenseQuery(callTeams)
  const chosen = teams.find(({ id }) => id === team) ?? teams[0]
  if (!chosen)
    return (
      <Page title={say.title}>
        <Empty title={say.noTeam}>{say.noTeamAbout}</Empty>
      </Page>
    )
  return <TeamCalls key={chosen.id} teamId={chosen.id} teams={teams} />
}

function TeamCalls({ teamId, teams }: { teamId: string; teams: readonly { id: string; name: string }[] }) {
  const say = useWords(callWords)
  const { data: list, error, refetch } = useQuery(callList(teamId))
  const [calling, setCalling] = useState<CallRow | null>(null)
  const [ruling, setRuling] = useState(false)
  if (error && !list) return <Trouble error={error} retry={() => void refetch()} />
  if (!list) return <Loading />
  return (
    <Page
      title={say.title}
      about={`${list.team.name} · ${say.about(list.rows.length)}`}
      aside={<Brought brought={list.yield} />}
    >
      {teams.length > 1 ? (
        <nav className="tabs" aria-label={say.team}>
          {teams.map(({ id, name }) => (
            <Link
              key={id}
              className="tab"
              to="/staff/calls"
              search={{ team: id }}
              aria-current={id === teamId ? 'true' : undefined}
            >
              {name}
            </Link>
          ))}
        </nav>
      ) : null}
      {list.rows.length === 0 ? (
        <Empty title={say.empty}>{say.emptyAbout}</Empty>
      ) : (
        <CallTable rows={list.rows} call={setCalling} />
      )}
      <p className="call-rule">
        <RuleLine rule={list.rule} />
        {list.maySetRule ? <Button onClick={() => setRuling(true)}>{say.change}</Button> : null}
      </p>
      {calling ? <CallDialog team={list.team} row={calling} close={() => setCalling(null)} /> : null}
      {ruling ? <RuleDialog teamId={teamId} rule={list.rule} close={() => setRuling(false)} /> : null}
    </Page>
  )
}

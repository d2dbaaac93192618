import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { TeamWatch, WatchedRule } from '../../../core/alerts/alert-desk.ts'
import { Button } from '../../kit/button.tsx'
import { Section } from '../../kit/frame.tsx'
import { Scroller } from '../../kit/scroller.tsx'
import { Loading, Trouble } from '../../kit/states.tsx'
import { Sign } from '../../kit/symbols.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { DutyDialog } from './duty-dialog.tsx'
import { Figures } from './figures.tsx'
import { Hours } from './hours.tsx'
import { teamWatch } from './queries.ts'
import { RuleRow } from './rule-row.tsx'
import { watchWords } from './watch-words.ts'

type WatchProps = { teams: readonly { id: string; name: string }[]; chosen: string | undefined }

/** What a team watches for, who is named for it, and whether that works. */
export function Watch({ teams, chosen }: WatchProps) {
  const say = useWords(watchWords)
  const team = teams.find(({ id }) => id === chosen) ?? teams[0]
  if (!team) return null
  return (
    <>
      {teams.length > 1 ? (
        <nav className="alert-teams" aria-label={say.team}>
          {teams.map(({ id, name }) => (
            <Link
              key={id}
              to="/staff/alerts"
              search={{ view: 'watch', team: id }}
              aria-current={id === team.id ? 'true' : undefined}
            >
              {name}
            </Link>
          ))}
        </nav>
      ) : null}
      <OfTeam key={team.id} teamId={team.id} />
    </>
  )
}

function OfTeam({ teamId }: { teamId: string }) {
  const say = useWords(watchWords)
  const { data: watch, error, refetch } = useQuery(teamWatch(teamId))
  if (error && !watch) return <Trouble error={error} retry={() => void refetch()} />
  if (!watch) return <Loading />
  const unnamed = watch.rules.filter(({ state }) => state === 'unnamed').length
  return (
    <>
      {unnamed > 0 ? (
        <p className="alert-unnamed" role="status">
          <Sign name="alert" /> {say.unnamed(unnamed)}
        </p>
      ) : null}
      <Rules watch={watch} />
      {watch.maySet ? null : <p className="quiet tiny">{say.onlyLead}</p>}
      <Figures watch={watch} />
      <div className="alert-how">
        <Section title={say.ladder}>
          <ol>
            {say.ladderSteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <p className="quiet">{say.ladderNote}</p>
        </Section>
        <Hours watch={watch} />
      </div>
    </>
  )
}

function Rules({ watch }: { watch: TeamWatch }) {
  const say = useWords(watchWords)
  const local = useLocal()
  const [changing, change] = useState<WatchedRule | null>(null)
  const columns = [say.rule, say.who, say.within, say.counts, say.acted, say.inTime]
  return (
    <Scroller label={say.rule}>
      <table className="table watch-table">
        <thead>
          <tr>
            {columns.map((name, place) => (
              <th scope="col" key={name} className={place > 2 ? 'number' : undefined}>
                {name}
              </th>
            ))}
            {watch.maySet ? <th scope="col">{say.change}</th> : null}
          </tr>
        </thead>
        <tbody>
          {watch.rules.map((rule) => (
            <RuleRow key={rule.rule} rule={rule} people={watch.people}>
              {watch.maySet ? (
                <td>
                  <Button aria-label={say.changeOf(local(rule.title))} onClick={() => change(rule)}>
                    {say.change}
                  </Button>
                </td>
              ) : null}
            </RuleRow>
          ))}
        </tbody>
      </table>
      {changing ? (
        <DutyDialog key={changing.rule} watch={watch} rule={changing} close={() => change(null)} />
      ) : null}
    </Scroller>
  )
}

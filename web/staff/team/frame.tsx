import './team.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Words } from '../../../core/words.ts'
import { Filter } from '../../kit/filter.tsx'
import { useTitle } from '../../kit/frame.tsx'
import { Empty } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import { teams } from './queries.ts'
import { TeamTabs } from './tabs.tsx'

const words = {
  nl: {
    filters: 'Wat u bekijkt',
    team: 'Team',
    noTeam: 'U hoort bij geen team',
    noTeamAbout: 'Hier staan de uitkomsten van uw team. Vraag uw beheerder om u aan een team toe te voegen.',
  },
  en: {
    filters: 'What you are looking at',
    team: 'Team',
    noTeam: 'You belong to no team',
    noTeamAbout: 'This is where your team’s outcomes are. Ask your administrator to add you to a team.',
  },
} satisfies Words<unknown>

type FrameProps = {
  title: string
  /** The team that was asked for; without one, or with one of others, the first of the reader's own. */
  team: string | undefined
  className?: string
  children: (teamId: string) => ReactNode
}

/** What all pages of one team share: its tabs, and a word for who has no team. */
export function TeamFrame({ title, team: asked, className = '', children }: FrameProps) {
  const say = useWords(words)
  const { data } = useSuspenseQuery(teams)
  useTitle(title)
  const team = data.teams.find(({ id }) => id === asked) ?? data.teams[0]
  return (
    <div className={`page team-page ${className}`}>
      <TeamTabs team={asked} />
      {team ? children(team.id) : <Empty title={say.noTeam}>{say.noTeamAbout}</Empty>}
    </div>
  )
}

type FiltersProps = {
  to: '/staff/team' | '/staff/team/improve' | '/staff/team/compare' | '/staff/team/rounds'
  teamId: string
  /** What stands at the end of the row: up to when, what is hidden. */
  end?: string
  children?: ReactNode
}

/** Words, not boxes: which team, and what a page lets choose. It stands in the address, so that a view can be shared. */
export function TeamFilters({ to, teamId, end, children }: FiltersProps) {
  const say = useWords(words)
  const navigate = useNavigate()
  const { data } = useSuspenseQuery(teams)
  if (data.teams.length < 2 && !children) return null
  return (
    <section className="filters" aria-label={say.filters}>
      {data.teams.length > 1 ? (
        <Filter label={say.team} value={teamId} choose={(team) => navigate({ to, search: { team } })}>
          {data.teams.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Filter>
      ) : null}
      {children}
      {end ? <p className="filters-end">{end}</p> : null}
    </section>
  )
}

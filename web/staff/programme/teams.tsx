import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ProgrammeTeam } from '../../../core/figures/programme.ts'
import { Section } from '../../kit/frame.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { me } from '../queries.ts'
import { words } from './words.ts'

/** Who the teams are, whom they treat, and what they improve. Others' teams are figures only: their pages stay theirs. */
export function Teams({ teams }: { teams: readonly ProgrammeTeam[] }) {
  const say = useWords(words)
  const local = useLocal()
  const { data } = useSuspenseQuery(me)
  const mayOpen = data.permissions.includes('cohort:read')
  return (
    <Section title={say.teams}>
      <ul className="programme-teams">
        {teams.map(({ id, name, organisation, own, group, improvements: { open, adopted, abandoned } }) => (
          <li key={id}>
            <strong>
              {own && mayOpen ? (
                <Link to="/staff/team" search={{ team: id }}>
                  {name}
                </Link>
              ) : (
                name
              )}
            </strong>
            <p>{group ? `${organisation}, ${local(group)}` : organisation}</p>
            <p>{say.improvements(open, adopted, abandoned)}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

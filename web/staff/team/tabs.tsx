import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Words } from '../../../core/words.ts'
import { useWords } from '../../kit/words.tsx'
import { me } from '../queries.ts'

const words = {
  nl: {
    pages: 'Bladen van het team',
    now: 'Nu',
    improve: 'Verbeteren',
    scorecard: 'Scorekaart',
    compare: 'Vergelijken',
    rounds: 'Samenwerken',
    publish: 'Openbaar',
    data: 'Gegevens',
  },
  en: {
    pages: 'Pages of the team',
    now: 'Now',
    improve: 'Improve',
    scorecard: 'Scorecard',
    compare: 'Compare',
    rounds: 'Collaboration',
    publish: 'Public',
    data: 'Data',
  },
} satisfies Words<unknown>

/** The pages of one team; the team stays chosen from one to the next. */
export function TeamTabs({ team }: { team: string | undefined }) {
  const say = useWords(words)
  const { data } = useSuspenseQuery(me)
  const exact = { exact: true, includeSearch: false }
  return (
    <nav className="team-tabs" aria-label={say.pages}>
      <Link to="/staff/team" search={{ team }} activeOptions={exact}>
        {say.now}
      </Link>
      <Link to="/staff/team/improve" search={{ team }} activeOptions={exact}>
        {say.improve}
      </Link>
      <Link to="/staff/team/scorecard" search={{ team }} activeOptions={exact}>
        {say.scorecard}
      </Link>
      <Link to="/staff/team/compare" search={{ team }} activeOptions={exact}>
        {say.compare}
      </Link>
      {data.permissions.includes('improvements:write') ? (
        <Link to="/staff/team/rounds" search={{ team }} activeOptions={exact}>
          {say.rounds}
        </Link>
      ) : null}
      {data.permissions.includes('exports:make') ? (
        <Link to="/staff/team/export" search={{ team }} activeOptions={exact}>
          {say.data}
        </Link>
      ) : null}
      {data.permissions.includes('publications:read') ? (
        <Link to="/staff/publications">{say.publish}</Link>
      ) : null}
    </nav>
  )
}

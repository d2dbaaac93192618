import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Subject } from '../../../core/meeting-topics.ts'
import { useWords } from '../../kit/words.tsx'
import { me as meQuery } from '../queries.ts'
import { kindWords } from './kind-words.ts'

/** The way to the team's page where a figure or an improvement stands, for who may see that page. */
export function SubjectLink({ subject, teamId }: { subject: Subject; teamId: string }) {
  const say = useWords(kindWords)
  const { data: me } = useSuspenseQuery(meQuery)
  if (!me.permissions.includes('cohort:read')) return null
  if (subject.kind !== 'indicator' && subject.kind !== 'improvement') return null
  const indicator = subject.kind === 'indicator' ? subject.id : undefined
  return (
    <Link to="/staff/team/improve" search={{ team: teamId, indicator }}>
      {say.toFigure}
    </Link>
  )
}

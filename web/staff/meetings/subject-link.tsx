import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Subject } from '../../../core/meetings/meeting-topics.ts'
import { useWords } from '../../kit/words.tsx'
import { me as meQuery } from '../queries.ts'
import { kindWords } from './kind-words.ts'
import { roomWords } from './room-words.ts'

/** `patientId`: of a case, for who cares for the patient. */
type LinkProps = { subject: Subject; teamId: string; patientId: string | null }

/** The way to where a figure, an improvement or a case stands, for who may see that page. */
export function SubjectLink({ subject, teamId, patientId }: LinkProps) {
  const say = useWords(kindWords)
  const { toPatient } = useWords(roomWords)
  const { data: me } = useSuspenseQuery(meQuery)
  if (patientId)
    return (
      <Link to="/staff/patients/$patientId" params={{ patientId }}>
        {toPatient}
      </Link>
    )
  if (!me.permissions.includes('cohort:read')) return null
  if (subject.kind !== 'indicator' && subject.kind !== 'improvement') return null
  const indicator = subject.kind === 'indicator' ? subject.id : undefined
  return (
    <Link to="/staff/team/improve" search={{ team: teamId, indicator }}>
      {say.toFigure}
    </Link>
  )
}

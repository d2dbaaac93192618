import type { AgendaItem } from '../../../core/meetings/meeting.ts'
import { useSubjectSaid } from './called.ts'
import { SubjectLink } from './subject-link.tsx'

/** The question; of a subject the figure before it. */
export function Asked({ item, teamId }: { item: AgendaItem; teamId: string }) {
  const said = useSubjectSaid()
  const { subject, question } = item
  if (!subject) return <p>{question}</p>
  const line = said.line(subject)
  return (
    <>
      {line ? (
        <p>
          {line} <SubjectLink subject={subject} teamId={teamId} patientId={item.patientId} />
        </p>
      ) : null}
      {subject.kind === 'free' ? null : <p className="quiet">{question}</p>}
    </>
  )
}

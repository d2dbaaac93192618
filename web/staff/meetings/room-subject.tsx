import '../improve/improve.css'
import '../team/team.css'
import { useQuery } from '@tanstack/react-query'
import type { AgendaItem, Meeting } from '../../../core/meetings/meeting.ts'
import type { Subject } from '../../../core/meetings/meeting-topics.ts'
import type { Background } from '../../../core/meetings/meeting-views.ts'
import { useFormats } from '../../kit/format.ts'
import { Loading, Trouble } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import { IndicatorFigure } from '../improve/indicator-figure.tsx'
import { useCalled, useSubjectSaid } from './called.ts'
import { kindWords } from './kind-words.ts'
import { background } from './queries.ts'
import { SubjectLink } from './subject-link.tsx'

/** A subject on the beamer: the question, the figure as it was and its chart as it is now. No patient. */
export function RoomSubject({
  meeting,
  item,
  subject,
}: {
  meeting: Meeting
  item: AgendaItem
  subject: Subject
}) {
  const say = useWords(kindWords)
  const called = useCalled()
  const said = useSubjectSaid()
  const line = said.line(subject)
  return (
    <section className="room-patient" aria-label={called(item)}>
      <p className="room-who">
        <b>{called(item)}</b> <span className="tiny quiet room-named">{say.figuresOnly}</span>
      </p>
      <h2>{item.question}</h2>
      {subject.kind === 'indicator' ? <h3>{say.atListing}</h3> : null}
      {line ? <p>{line}</p> : null}
      {item.situation ? <p className="quiet">{item.situation}</p> : null}
      {subject.kind === 'free' || subject.kind === 'case' ? null : (
        <Now meeting={meeting} subject={subject} />
      )}
      <p>
        <SubjectLink subject={subject} teamId={meeting.team.id} patientId={item.patientId} />
      </p>
    </section>
  )
}

function Now({ meeting, subject }: { meeting: Meeting; subject: Subject }) {
  const { data, error, refetch } = useQuery(background(meeting.id))
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return <Beside data={data} subject={subject} />
}

function Beside({ data, subject }: { data: Background; subject: Subject }) {
  const say = useWords(kindWords)
  const format = useFormats()
  if (subject.kind === 'actions')
    return (
      <ul className="room-left">
        {data.actions.map(({ id, what, owner, dueOn }) => (
          <li key={id}>
            {what} <span className="tiny quiet">{say.due(owner, format.date(dueOn))}</span>
          </li>
        ))}
      </ul>
    )
  if (subject.kind === 'improvement') {
    const one = data.improvements.find(({ id }) => id === subject.id)
    return one ? <p>{one.learnt ?? one.changed}</p> : null
  }
  const chart = subject.kind === 'indicator' && data.charts.find(({ id }) => id === subject.id)
  if (!chart) return <p className="quiet">{say.noFigure}</p>
  return <IndicatorFigure indicator={chart} improvements={data.improvements} />
}

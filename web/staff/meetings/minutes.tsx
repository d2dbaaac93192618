import type { AgendaItem, Meeting } from '../../../core/meetings/meeting.ts'
import { api } from '../../kit/api.ts'
import { useFormats } from '../../kit/format.ts'
import { Section } from '../../kit/frame.tsx'
import { useWords } from '../../kit/words.tsx'
import { PdfButton } from '../pdf-button.tsx'
import { usePersonWords } from '../person.ts'
import { useCalled, useSubjectSaid } from './called.ts'
import { roomWords } from './room-words.ts'
import { words } from './words.ts'

const isConfirmed = ({ state }: Meeting['items'][number]) => state === 'confirmed'

/** From the first decision that is confirmed, or the end: before, there is nothing to read or print. */
export const hasMinutes = ({ items, closedAt }: Meeting): boolean =>
  closedAt !== null || items.some(isConfirmed)

/** What was decided, as it can be printed: no patient has a name in it. */
export function Minutes({ meeting }: { meeting: Meeting }) {
  const say = useWords(roomWords)
  const format = useFormats()
  const { members, items, title, startsAt, chair } = meeting
  const called = useCalled()
  const { states } = useWords(words)
  const decided = items.filter(isConfirmed)
  const others = items.filter(({ state }) => state !== 'confirmed')
  if (!hasMinutes(meeting)) return null
  const namesOf = (present: boolean) =>
    members
      .filter((member) => member.present === present)
      .map(({ name }) => name)
      .join(', ')
  const [there, away] = [namesOf(true), namesOf(false)]
  return (
    <div className="minutes">
      <Section title={say.minutes}>
        <p className="quiet small">{say.minutesAbout}</p>
        <p className="minutes-head">
          {title}, {format.dayTime(startsAt)}
        </p>
        <p>{say.chairedBy(chair.name)}</p>
        <p>{there ? say.presentWere(there) : say.notRecorded}</p>
        {away ? <p>{say.absentWere(away)}</p> : null}
        <ol>
          {decided.map((item) => (
            <Decided key={item.id} item={item} />
          ))}
        </ol>
        {others.map((item) => (
          <p key={item.id}>
            <b>{item.subject ? called(item) : item.code}</b>{' '}
            <span className="quiet">{states[item.state]}</span>
          </p>
        ))}
        <div className="minutes-ways">
          <PdfButton
            get={(language) =>
              api.meetings[':id'].minutes.$get({ param: { id: meeting.id }, query: { language } })
            }
          />
        </div>
      </Section>
    </div>
  )
}

function Decided({ item }: { item: AgendaItem }) {
  const say = useWords(roomWords)
  const { parts } = useWords(words)
  const format = useFormats()
  const person = usePersonWords()
  const called = useCalled()
  const said = useSubjectSaid()
  const { ages, side, subject, question, decision, reason, patientPart, actions } = item
  return (
    <li>
      <h3>
        {subject ? called(item) : item.code}{' '}
        <small>{[ages, person.side(side)].filter(Boolean).join(' · ')}</small>
      </h3>
      <dl>
        <Line name={say.figure} value={subject && said.line(subject)} />
        <Line name={say.question} value={question} />
        <Line name={say.decision} value={decision} />
        <Line name={say.reason} value={reason} />
        <Line name={say.part} value={patientPart && parts[patientPart]} />
        {actions.length > 0 ? (
          <div>
            <dt>{say.actions}</dt>
            {actions.map(({ id, what, owner, dueOn }) => (
              <dd key={id}>
                {what} ({owner}, {format.date(dueOn)})
              </dd>
            ))}
          </div>
        ) : null}
      </dl>
      {item.confirmedBy && item.confirmedAt ? (
        <p className="tiny quiet">{say.fixed(item.confirmedBy, format.dayTime(item.confirmedAt))}</p>
      ) : null}
    </li>
  )
}

const Line = ({ name, value }: { name: string; value: string | null }) =>
  value ? (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  ) : null

import { useState } from 'react'
import type { Meeting } from '../../../core/meeting.ts'
import { Button } from '../../kit/button.tsx'
import { Section } from '../../kit/frame.tsx'
import { useWords } from '../../kit/words.tsx'
import { names } from '../names.ts'
import { PeopleDialog } from './people-dialog.tsx'
import { attend, useAct } from './queries.ts'
import { roomWords } from './room-words.ts'
import { words } from './words.ts'

/** Who belongs to the meeting, and who was there. */
export function Attendance({ meeting }: { meeting: Meeting }) {
  const say = useWords(roomWords)
  const { problems, people } = useWords(words)
  const [changing, setChanging] = useState(false)
  const { professions } = useWords(names)
  const act = useAct(attend, problems)
  const { id, members, closedAt } = meeting
  const present = members.filter((member) => member.present).length
  return (
    <Section title={say.whoIsThere} about={say.attendance(present, members.length)}>
      <ul className="attendance">
        {members.map(({ staffId, name, profession, present: isPresent }) => (
          <li key={staffId}>
            <label>
              <input
                type="checkbox"
                key={String(isPresent)}
                defaultChecked={isPresent ?? false}
                disabled={closedAt !== null}
                onChange={(event) => act.mutate({ id, staffId, present: event.target.checked })}
              />{' '}
              {name}
              <span className="tiny quiet"> {professions[profession] ?? profession}</span>
            </label>
          </li>
        ))}
      </ul>
      {meeting.mayChange ? <Button onClick={() => setChanging(true)}>{people}</Button> : null}
      {changing ? <PeopleDialog meeting={meeting} close={() => setChanging(false)} /> : null}
    </Section>
  )
}

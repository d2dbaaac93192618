import { useState } from 'react'
import type { Meeting } from '../../../core/meetings/meeting.ts'
import { Button } from '../../kit/button.tsx'
import { Section } from '../../kit/frame.tsx'
import { useWords } from '../../kit/words.tsx'
import { names } from '../names.ts'
import { showUndo } from '../undo.tsx'
import { GuestDialog } from './guest-dialog.tsx'
import { kindWords } from './kind-words.ts'
import { PeopleDialog } from './people-dialog.tsx'
import { attend, dropGuest, restoreGuest, useAct } from './queries.ts'
import { roomWords } from './room-words.ts'
import { words } from './words.ts'

/** Who belongs to the meeting, and who was there. */
export function Attendance({ meeting }: { meeting: Meeting }) {
  const say = useWords(roomWords)
  const { problems, people } = useWords(words)
  const kinds = useWords(kindWords)
  const [opened, open] = useState<'people' | 'guest'>()
  const { professions } = useWords(names)
  const act = useAct(attend, problems)
  const restore = useAct(restoreGuest, { ...problems, ...kinds.problems })
  const drop = useAct(
    dropGuest,
    problems,
    ({ receipt }, given: { id: string; staffId: string; name: string }) =>
      showUndo({
        id: `dropped ${given.id} ${given.staffId}`,
        message: kinds.dropped(given.name),
        undo: () => restore.mutate({ id: given.id, staffId: given.staffId, receipt }),
      }),
  )
  const { id, members, closedAt } = meeting
  const present = members.filter((member) => member.present).length
  return (
    <Section title={say.whoIsThere} about={say.attendance(present, members.length)}>
      <ul className="attendance">
        {members.map(({ staffId, name, profession, part, comesFrom, present: isPresent }) => (
          <li key={staffId}>
            <label>
              <input
                type="checkbox"
                key={String(isPresent)}
                defaultChecked={isPresent ?? false}
                disabled={closedAt !== null || !meeting.mayWrite}
                onChange={(event) => act.mutate({ id, staffId, present: event.target.checked })}
              />{' '}
              {name}
              <span className="tiny quiet">
                {' '}
                {part === 'representative'
                  ? [kinds.representative, comesFrom].filter(Boolean).join(', ')
                  : (professions[profession] ?? profession)}
                {part === 'guest' && comesFrom ? `, ${kinds.guest(comesFrom)}` : ''}
              </span>
            </label>
            {part !== 'member' && meeting.mayChange && isPresent === null ? (
              <Button
                look="text"
                aria-label={kinds.drop(name)}
                disabled={drop.isPending}
                onClick={() => drop.mutate({ id, staffId, name })}
              >
                {kinds.dropShort}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {meeting.mayChange ? (
        <p className="attendance-ways">
          <Button onClick={() => open('people')}>{people}</Button>
          <Button onClick={() => open('guest')}>
            {meeting.kind === 'mdo' ? kinds.askGuest : kinds.askRepresentative}
          </Button>
        </p>
      ) : null}
      {opened === 'people' ? <PeopleDialog meeting={meeting} close={() => open(undefined)} /> : null}
      {opened === 'guest' ? <GuestDialog meeting={meeting} close={() => open(undefined)} /> : null}
    </Section>
  )
}

import type { FormEvent } from 'react'
import type { AgendaItem, Meeting } from '../../../core/meetings/meeting.ts'
import { Button } from '../../kit/button.tsx'
import { SelectField, TextField } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { useFormats } from '../../kit/format.ts'
import { useWords } from '../../kit/words.tsx'
import { useFormProblem } from '../form-problem.ts'
import { showUndo } from '../undo.tsx'
import { addAction, removeAction, useAct } from './queries.ts'
import { roomWords } from './room-words.ts'
import { words } from './words.ts'

type ActionProps = { meeting: Meeting; item: AgendaItem; isFixed: boolean }

/** Who does what before when, because of this decision. */
export function RoomActions({ meeting, item, isFixed }: ActionProps) {
  const say = useWords(roomWords)
  const { problems } = useWords(words)
  const format = useFormats()
  const again = useAct(addAction, problems)
  const remove = useAct(removeAction, problems, (_, { actionId }) => {
    const removed = item.actions.find(({ id }) => id === actionId)
    if (!removed) return
    const { what, ownerId, dueOn } = removed
    const undo = () => again.mutate({ id: meeting.id, itemId: item.id, what, ownerId, dueOn })
    showUndo({ id: `removed ${actionId}`, message: say.removed, undo })
  })
  return (
    <section className="room-actions">
      <h2>{say.actions}</h2>
      {item.actions.length === 0 ? <p className="quiet small">{say.noActions}</p> : null}
      <ul>
        {item.actions.map(({ id, what, owner, dueOn }) => (
          <li key={id}>
            <p>{what}</p>
            <p className="tiny quiet">
              {owner} · {format.date(dueOn)}{' '}
              {isFixed ? null : (
                <Button
                  look="text"
                  aria-label={`${say.remove}: ${what}`}
                  disabled={remove.isPending}
                  onClick={() => remove.mutate({ id: meeting.id, itemId: item.id, actionId: id })}
                >
                  {say.remove}
                </Button>
              )}
            </p>
          </li>
        ))}
      </ul>
      {isFixed ? null : <ActionForm meeting={meeting} item={item} />}
    </section>
  )
}

const DAY = 86_400_000
const USUAL_DAYS = 14

/** Guests and who speaks for patients have nothing to do here. */
const membersOf = ({ members }: Meeting) => members.filter(({ part }) => part === 'member')

function ActionForm({ meeting, item }: Omit<ActionProps, 'isFixed'>) {
  const say = useWords(roomWords)
  const { problems } = useWords(words)
  const format = useFormats()
  const add = useAct(addAction, problems)
  const problem = useFormProblem(add.error, problems)
  const soon = format.isoDay(new Date(Date.parse(meeting.now) + USUAL_DAYS * DAY).toISOString())
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const element = event.currentTarget
    const form = new FormData(element)
    const given = {
      what: formText(form, 'what'),
      ownerId: formText(form, 'owner'),
      dueOn: formText(form, 'dueOn'),
    }
    add.mutate({ id: meeting.id, itemId: item.id, ...given }, { onSuccess: () => element.reset() })
  }
  return (
    <form onSubmit={submit} noValidate>
      <TextField label={say.what} name="what" maxLength={300} error={problem.of('what')} />
      <div className="pair">
        <SelectField label={say.who} name="owner" defaultValue={meeting.me}>
          {membersOf(meeting).map(({ staffId, name }) => (
            <option key={staffId} value={staffId}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField
          label={say.before}
          name="dueOn"
          type="date"
          defaultValue={soon}
          error={problem.of('dueOn')}
        />
      </div>
      <Button type="submit" look="soft" disabled={add.isPending}>
        {say.add}
      </Button>
    </form>
  )
}

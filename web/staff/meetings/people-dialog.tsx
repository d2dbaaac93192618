import { useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import type { Meeting } from '../../../core/meetings/meeting.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { SelectField } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { Loading, Trouble } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import { showUndo } from '../undo.tsx'
import { Members } from './plan-fields.tsx'
import { changePeople, meetingOptions, undoPeople, useAct } from './queries.ts'
import { words } from './words.ts'

/** Who leads a meeting that was planned already, and who belongs to it. */
export function PeopleDialog({ meeting, close }: { meeting: Meeting; close: () => void }) {
  const say = useWords(words)
  const { data: options, error } = useQuery(meetingOptions(meeting.team.id))
  const back = useAct(undoPeople, say.problems)
  const act = useAct(changePeople, say.problems, ({ receipt }) =>
    showUndo({
      id: `people ${meeting.id}`,
      message: say.peopleSaved,
      undo: () => back.mutate({ id: meeting.id, receipt }),
    }),
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const memberIds = form.getAll('member').filter((id) => typeof id === 'string')
    act.mutate({ id: meeting.id, chairId: formText(form, 'chair'), memberIds }, { onSuccess: close })
  }
  return (
    <Dialog title={say.people} closeLabel={say.close} close={close} size="lg">
      {error ? <Trouble error={error} /> : null}
      {options ? (
        <form onSubmit={submit} noValidate>
          <SelectField
            label={say.chairLabel}
            hint={say.chairHint}
            name="chair"
            defaultValue={meeting.chair.id}
          >
            {options.chairs.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
          <Members
            people={options.people}
            chairs={options.chairs}
            offices={options.offices}
            kind={meeting.kind}
            chosen={new Set(meeting.members.map(({ staffId }) => staffId))}
          />
          <p className="dialog-acts">
            <Button type="submit" look="primary" size="page" disabled={act.isPending}>
              {say.savePeople}
            </Button>
            <Button look="text" onClick={close}>
              {say.cancel}
            </Button>
          </p>
        </form>
      ) : error ? null : (
        <Loading />
      )}
    </Dialog>
  )
}

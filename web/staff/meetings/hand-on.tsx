import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { SelectField } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { Loading, Trouble } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import { showUndo } from '../undo.tsx'
import { handOn, meetingOptions, takeBack, useAct } from './queries.ts'
import { words } from './words.ts'

type Handed = { id: string; what: string; teamId: string; ownerId: string }

/** The way to give something to do to a colleague. */
export function HandOn({ id: actionId, what, teamId, ownerId }: Handed) {
  const say = useWords(words)
  const [isOpen, open] = useState(false)
  const back = useAct(takeBack, say.problems)
  const act = useAct(handOn, say.problems)
  const give = (to: { id: string; name: string }) => {
    const tell = ({ receipt }: { receipt: string }) =>
      showUndo({
        id: `handed ${actionId}`,
        message: say.handedOn(to.name),
        undo: () => back.mutate({ actionId, receipt }),
      })
    void act.mutateAsync({ actionId, ownerId: to.id }).then(tell, () => undefined) // useAct told what went wrong
    open(false)
  }
  return (
    <>
      <Button
        look="text"
        disabled={act.isPending}
        aria-label={`${say.handOn}: ${what}`}
        onClick={() => open(true)}
      >
        {say.handOn}
      </Button>
      {isOpen ? (
        <Dialog title={say.handOnTitle} closeLabel={say.close} close={() => open(false)}>
          <p>{what}</p>
          <Colleagues teamId={teamId} without={ownerId} give={give} />
        </Dialog>
      ) : null}
    </>
  )
}

type Choice = { teamId: string; without: string; give: (to: { id: string; name: string }) => void }

function Colleagues({ teamId, without, give }: Choice) {
  const say = useWords(words)
  const { data, error } = useQuery(meetingOptions(teamId))
  if (error) return <Trouble error={error} />
  if (!data) return <Loading />
  const people = data.chairs.filter(({ id }) => id !== without)
  if (people.length === 0) return <p className="quiet">{say.nobodyElse}</p>
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const chosen = formText(new FormData(event.currentTarget), 'owner')
    const to = people.find(({ id }) => id === chosen)
    if (to) give(to)
  }
  return (
    <form onSubmit={submit}>
      <SelectField label={say.handOnTo} name="owner">
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <p className="dialog-acts">
        <Button type="submit" look="primary" size="page">
          {say.handOnSave}
        </Button>
      </p>
    </form>
  )
}

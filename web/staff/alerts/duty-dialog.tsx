import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import type { TeamWatch, WatchedRule } from '../../../core/alerts/alert-desk.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { SelectField } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { useLocal, useWords } from '../../kit/words.tsx'
import { FormProblem } from '../sign-in/door.tsx'
import { useProblem } from '../sign-in/problem.ts'
import { useAct } from './acts.ts'
import { setDuty } from './queries.ts'
import { watchWords } from './watch-words.ts'

type DutyProps = { watch: TeamWatch; rule: WatchedRule; close: () => void }

/** Two people of the team, or that it does not watch for this. */
export function DutyDialog({ watch, rule, close }: DutyProps) {
  const say = useWords(watchWords)
  const local = useLocal()
  const problem = useProblem(say.problems)
  const [isOff, setOff] = useState(rule.state === 'off')
  const act = useAct(
    setDuty,
    () => {
      close()
      notifications.show({ message: say.saved })
    },
    say.problems,
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [ownerId, deputyId] = [formText(form, 'owner') || null, formText(form, 'deputy') || null]
    act.mutate({ teamId: watch.team.id, rule: rule.rule, isOff, ownerId, deputyId })
  }
  return (
    <Dialog title={say.dutyTitle(local(rule.title))} closeLabel={say.cancel} close={close}>
      <form onSubmit={submit} noValidate>
        <Person name="owner" label={say.owner} chosen={rule.ownerId} watch={watch} rule={rule} />
        <Person name="deputy" label={say.deputyField} chosen={rule.deputyId} watch={watch} rule={rule} />
        {rule.isSafety ? (
          <p className="quiet alert-safety">{say.cannotOff}</p>
        ) : (
          <p className="alert-off">
            <label>
              <input type="checkbox" checked={isOff} onChange={(event) => setOff(event.target.checked)} />{' '}
              {say.off}
            </label>
            <span className="line quiet tiny">{say.offHint}</span>
          </p>
        )}
        <FormProblem>{act.error ? problem(act.error) : null}</FormProblem>
        <p className="dialog-acts">
          <Button type="submit" look="primary" size="page" disabled={act.isPending}>
            {say.save}
          </Button>
          <Button look="text" onClick={close}>
            {say.cancel}
          </Button>
        </p>
      </form>
    </Dialog>
  )
}

type PersonProps = Omit<DutyProps, 'close'> & { name: string; label: string; chosen: string | null }

function Person({ name, label, chosen, watch, rule }: PersonProps) {
  const say = useWords(watchWords)
  return (
    <SelectField label={label} name={name} defaultValue={chosen ?? ''}>
      <option value="">{rule.isSafety ? say.choose : say.nobody}</option>
      {watch.people.map((person) => (
        <option key={person.id} value={person.id}>
          {person.name}
        </option>
      ))}
    </SelectField>
  )
}

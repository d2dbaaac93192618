import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import type { TeamWatch } from '../../../core/alerts/alert-desk.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { Section } from '../../kit/frame.tsx'
import { useWords } from '../../kit/words.tsx'
import { FormProblem } from '../sign-in/door.tsx'
import { useProblem } from '../sign-in/problem.ts'
import { useAct } from './acts.ts'
import { setHours } from './queries.ts'
import { watchWords } from './watch-words.ts'

/** When the team answers what comes in. */
export function Hours({ watch }: { watch: TeamWatch }) {
  const say = useWords(watchWords)
  const days = useDays()
  const [changing, change] = useState(false)
  const { hours, maySet } = watch
  return (
    <Section title={say.hours}>
      <p>{say.hoursLine(days(hours.days), hours.from, hours.until)}</p>
      {maySet ? (
        <p>
          <Button aria-label={say.changeOf(say.hours)} onClick={() => change(true)}>
            {say.change}
          </Button>
        </p>
      ) : null}
      {changing ? <HoursDialog watch={watch} close={() => change(false)} /> : null}
    </Section>
  )
}

/** "Monday to Friday" for days in a row, else all of them; the first letter is a capital. */
function useDays(): (days: readonly number[]) => string {
  const say = useWords(watchWords)
  return (days) => {
    const names = days.map((day) => say.days[day - 1] ?? '')
    const [first = '', last = ''] = [names[0], names.at(-1)]
    const inRow = days.every((day, place) => place === 0 || day === (days[place - 1] ?? 0) + 1)
    const said =
      names.length > 2 && inRow
        ? say.to(first, last)
        : names.length > 1
          ? say.and(names.slice(0, -1).join(', '), last)
          : first
    return said.charAt(0).toUpperCase() + said.slice(1)
  }
}

function HoursDialog({ watch, close }: { watch: TeamWatch; close: () => void }) {
  const say = useWords(watchWords)
  const problem = useProblem(say.problems)
  const done = () => {
    close()
    notifications.show({ message: say.saved })
  }
  const act = useAct(setHours, done, say.problems)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const hours = {
      days: form.getAll('day').map(Number),
      from: formText(form, 'from'),
      until: formText(form, 'until'),
    }
    act.mutate({ teamId: watch.team.id, hours })
  }
  return (
    <Dialog title={say.hours} closeLabel={say.cancel} close={close}>
      <form onSubmit={submit} noValidate>
        <div className="alert-days">
          {say.days.map((name, place) => (
            <label key={name}>
              <input
                type="checkbox"
                name="day"
                value={place + 1}
                defaultChecked={watch.hours.days.includes(place + 1)}
              />{' '}
              {name}
            </label>
          ))}
        </div>
        <TextField label={say.from} name="from" type="time" defaultValue={watch.hours.from} />
        <TextField label={say.until} name="until" type="time" defaultValue={watch.hours.until} />
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

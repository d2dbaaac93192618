import type { FormEvent } from 'react'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { Section } from '../../kit/frame.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { useFormProblem } from '../form-problem.ts'
import { type CarePath, tellDate, useAct } from './queries.ts'
import { words } from './words.ts'

/** The dates on which moments hang and that the patient knows, or a colleague enters for them. */
export function Dates({ path }: { path: CarePath }) {
  const say = useWords(words)
  if (path.dates.length === 0) return null
  return (
    <Section title={say.dates}>
      <p className="quiet small">{say.datesAbout}</p>
      {path.dates.map((one) => (
        <OneDate key={`${one.id} ${one.on}`} enrolmentId={path.enrolment.id} date={one} />
      ))}
    </Section>
  )
}

type OneProps = { enrolmentId: string; date: CarePath['dates'][number] }

function OneDate({ enrolmentId, date: { id, title, on, source } }: OneProps) {
  const say = useWords(words)
  const local = useLocal()
  const tell = useAct(tellDate, say.saved, say.problems)
  const problem = useFormProblem(tell.error, say.problems)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const told = formText(new FormData(event.currentTarget), 'on')
    tell.mutate({ id: enrolmentId, name: id, on: told || null })
  }
  return (
    <form className="care-path-row" onSubmit={submit} noValidate>
      <TextField
        label={local(title)}
        name="on"
        type="date"
        defaultValue={on ?? ''}
        hint={source === 'patient' ? say.dateByPatient : on ? say.dateByStaff : say.dateUnknown}
        error={problem.of('on')}
      />
      <Button type="submit" look="soft" disabled={tell.isPending}>
        {say.save}
      </Button>
    </form>
  )
}

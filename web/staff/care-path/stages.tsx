import type { FormEvent } from 'react'
import { Button } from '../../kit/button.tsx'
import { SelectField, TextField } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { useFormats } from '../../kit/format.ts'
import { Section } from '../../kit/frame.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { useFormProblem } from '../form-problem.ts'
import { useEnterStage } from './enter-stage.ts'
import { type CarePath, useAct, withdrawStage } from './queries.ts'
import { words } from './words.ts'

/** The stages that were entered, by whom, and a way to add one or take one back. */
export function Stages({ path, isOpen }: { path: CarePath; isOpen: boolean }) {
  const say = useWords(words)
  const local = useLocal()
  const { date } = useFormats()
  const takeBack = useAct(withdrawStage, say.saved, say.problems)
  const { entered, stages, enrolment } = path
  return (
    <Section title={say.stages}>
      <p className="quiet small">{entered.length === 0 ? say.noStages : say.stagesAbout}</p>
      <ul className="care-path-stages">
        {entered.map(({ id, stage, enteredOn, source }) => (
          <li key={id}>
            <b>{local(stages.find((one) => one.id === stage)?.title ?? { nl: stage, en: stage })}</b>
            <span className="quiet">
              {date(enteredOn)}, {say.source[source] ?? source}
            </span>
            {isOpen && source === 'staff' ? (
              <Button
                look="text"
                disabled={takeBack.isPending}
                onClick={() => takeBack.mutate({ id: enrolment.id, entryId: id })}
              >
                {say.withdraw}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {isOpen ? <AddStage path={path} /> : null}
    </Section>
  )
}

function AddStage({ path: { stages, enrolment } }: { path: CarePath }) {
  const say = useWords(words)
  const local = useLocal()
  const enter = useEnterStage(say.saved, say.problems)
  const problem = useFormProblem(enter.error, say.problems)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    enter.mutate({ id: enrolment.id, stage: formText(form, 'stage'), enteredOn: formText(form, 'enteredOn') })
  }
  return (
    <form className="care-path-row" onSubmit={submit} noValidate>
      <SelectField label={say.stage} name="stage">
        {stages.map(({ id, title }) => (
          <option key={id} value={id}>
            {local(title)}
          </option>
        ))}
      </SelectField>
      <TextField label={say.from} name="enteredOn" type="date" required error={problem.of('enteredOn')} />
      <Button type="submit" look="soft" disabled={enter.isPending}>
        {say.enter}
      </Button>
    </form>
  )
}

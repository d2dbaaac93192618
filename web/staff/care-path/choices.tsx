import type { FormEvent } from 'react'
import { Button } from '../../kit/button.tsx'
import { SelectField } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { Section } from '../../kit/frame.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { type CarePath, choose, useAct } from './queries.ts'
import { words } from './words.ts'

/** Treatment option and lead clinician; what is asked follows the treatment. */
export function Choices({ path: { enrolment, treatmentOptions, clinicians } }: { path: CarePath }) {
  const say = useWords(words)
  const local = useLocal()
  const act = useAct(choose, say.saved, say.problems)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    act.mutate({
      id: enrolment.id,
      treatmentOption: formText(form, 'treatment') || null,
      leadClinicianId: formText(form, 'lead') || null,
    })
  }
  return (
    <Section title={say.choices}>
      <form onSubmit={submit}>
        <SelectField label={say.treatment} name="treatment" defaultValue={enrolment.treatmentOption ?? ''}>
          <option value="">{say.notChosen}</option>
          {treatmentOptions.map(({ id, title }) => (
            <option key={id} value={id}>
              {local(title)}
            </option>
          ))}
        </SelectField>
        <SelectField label={say.lead} name="lead" defaultValue={enrolment.leadClinicianId ?? ''}>
          <option value="">{say.notChosen}</option>
          {clinicians.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <p className="care-path-keys">
          <Button type="submit" look="primary" disabled={act.isPending}>
            {say.save}
          </Button>
        </p>
      </form>
    </Section>
  )
}

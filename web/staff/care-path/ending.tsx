import type { FormEvent } from 'react'
import { Button } from '../../kit/button.tsx'
import { SelectField, TextField } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { Section } from '../../kit/frame.tsx'
import { useWords } from '../../kit/words.tsx'
import { useFormProblem } from '../form-problem.ts'
import { type CarePath, endPath, optOut, useAct } from './queries.ts'
import { words } from './words.ts'

const REASONS = ['finished', 'withdrawn', 'palliative', 'loss', 'deceased'] as const

/** Ends the care path, or only the invitations. */
export function Ending({ path: { enrolment, patient, today } }: { path: CarePath }) {
  const say = useWords(words)
  const end = useAct(endPath, say.saved, say.problems)
  const problem = useFormProblem(end.error, say.problems)
  const silence = useAct(optOut, say.saved, say.problems)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const reason = REASONS.find((one) => one === formText(form, 'reason')) ?? 'finished'
    end.mutate({ id: enrolment.id, reason, endedOn: formText(form, 'endedOn') })
  }
  return (
    <Section title={say.stop}>
      <p className="quiet small">{say.endAbout}</p>
      <form className="care-path-row" onSubmit={submit} noValidate>
        <SelectField label={say.endReason} name="reason">
          {REASONS.map((reason) => (
            <option key={reason} value={reason}>
              {say.reasons[reason]}
            </option>
          ))}
        </SelectField>
        <TextField
          label={say.endedOn}
          name="endedOn"
          type="date"
          required
          defaultValue={today}
          error={problem.of('endedOn')}
        />
        <Button type="submit" disabled={end.isPending}>
          {say.end}
        </Button>
      </form>
      <p className="care-path-keys">
        {patient.optedOut ? <span className="quiet">{say.isOut}</span> : null}
        <Button
          look="text"
          disabled={silence.isPending}
          onClick={() => silence.mutate({ id: enrolment.id, out: !patient.optedOut })}
        >
          {patient.optedOut ? say.optIn : say.optOut}
        </Button>
      </p>
    </Section>
  )
}

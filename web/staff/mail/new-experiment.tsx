import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { MailTextLanguage } from '../../../core/mail/mail-text.ts'
import { ApiError } from '../../kit/api.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { SelectField, TextArea, TextField } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { useLocal, useWords } from '../../kit/words.tsx'
import { FormProblem } from '../sign-in/door.tsx'
import { useProblem } from '../sign-in/problem.ts'
import { type NewExperiment, type Preview, type SetOfMail, startExperiment } from './queries.ts'
import { saidProblems } from './text-editor.tsx'
import { words } from './words.ts'

type What = 'hour' | 'text'
const usual = { text: null, at: null }

/** Two hours, or our usual text against another one. */
function armsIn(form: FormData, what: What): NewExperiment['arms'] {
  const language: MailTextLanguage = formText(form, 'language') === 'en' ? 'en' : 'nl'
  if (what === 'hour')
    return {
      language,
      a: { text: null, at: formText(form, 'a') },
      b: { text: null, at: formText(form, 'b') },
    }
  const text = { subject: formText(form, 'subject'), opening: formText(form, 'opening') }
  return { language, a: usual, b: { text, at: null } }
}

/** Begins an experiment: half of the patients is invited in another way. */
export function NewExperimentDialog({ sets, close }: { sets: readonly SetOfMail[]; close: () => void }) {
  const say = useWords(words)
  const local = useLocal()
  const queries = useQueryClient()
  const [what, setWhat] = useState<What>('hour')
  const start = useMutation({
    mutationFn: startExperiment,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['mail', 'experiments'] })
      close()
    },
  })
  const problem = useProblem(say.problems)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    start.mutate({
      name: formText(form, 'name'),
      outcomeSet: formText(form, 'outcomeSet'),
      arms: armsIn(form, what),
    })
  }
  return (
    <Dialog title={say.start} closeLabel={say.cancel} close={close}>
      <form onSubmit={submit} noValidate>
        <TextField label={say.name} hint={say.nameHint} name="name" maxLength={80} autoComplete="off" />
        <SelectField label={say.set} name="outcomeSet">
          {sets.map(({ id, title }) => (
            <option key={id} value={id}>
              {local(title)}
            </option>
          ))}
        </SelectField>
        <SelectField label={say.language} name="language">
          <option value="nl">{say.languages.nl}</option>
          <option value="en">{say.languages.en}</option>
        </SelectField>
        <SelectField label={say.what} value={what} onChange={(event) => setWhat(event.target.value as What)}>
          <option value="hour">{say.whats.hour}</option>
          <option value="text">{say.whats.text}</option>
        </SelectField>
        {what === 'hour' ? <Hours /> : <OtherText error={start.error} />}
        <FormProblem>{start.error ? problem(start.error) : null}</FormProblem>
        <p className="mail-keys">
          <Button type="submit" look="primary" size="page" disabled={start.isPending}>
            {say.begin}
          </Button>
          <Button look="text" onClick={close}>
            {say.cancel}
          </Button>
        </p>
      </form>
    </Dialog>
  )
}

function Hours() {
  const say = useWords(words)
  return (
    <>
      <TextField label={say.at} name="a" type="time" defaultValue="09:00" />
      <TextField label={say.atOther} name="b" type="time" defaultValue="17:00" />
    </>
  )
}

function OtherText({ error }: { error: Error | null }) {
  const say = useWords(words)
  const problems = error instanceof ApiError ? ((error.detail.problems ?? []) as Preview['problems']) : []
  return (
    <>
      <TextField
        label={say.subject}
        name="subject"
        maxLength={90}
        error={saidProblems(say.wrong, problems, 'subject')}
      />
      <TextArea
        label={say.opening}
        hint={say.openingHint}
        name="opening"
        rows={4}
        maxLength={600}
        error={saidProblems(say.wrong, problems, 'opening')}
      />
    </>
  )
}

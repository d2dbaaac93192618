import type { FormEvent } from 'react'
import { relations } from '../../../core/patients/proxy.ts'
import { Button } from '../../kit/button.tsx'
import { SelectField, TextField } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { useFormats } from '../../kit/format.ts'
import { useWords } from '../../kit/words.tsx'
import { useFormProblem } from '../form-problem.ts'
import { FormProblem } from '../sign-in/door.tsx'
import { type Choices, endProxy, type NewProxy, setProxy, useChoice } from './choices-queries.ts'
import { choicesWords } from './choices-words.ts'

/** Who answers for the patient, until when. */
export function ProxyPart({ patientId, proxy }: { patientId: string; proxy: Choices['proxy'] }) {
  const say = useWords(choicesWords)
  const { date } = useFormats()
  const end = useChoice(() => endProxy(patientId))
  const relation = relations.find((one) => one === proxy?.relation) ?? 'family'
  return (
    <>
      <h3>{say.proxy}</h3>
      {proxy ? (
        <>
          <p>{say.now(proxy.name, say.relations[relation], date(proxy.untilOn))}</p>
          {proxy.readsMail ? <p className="quiet">{say.reads}</p> : null}
          {proxy.email ? <p className="quiet">{ownAddress(say, proxy)}</p> : null}
          <Button look="soft" disabled={end.isPending} onClick={() => end.mutate(undefined)}>
            {say.end}
          </Button>
        </>
      ) : (
        <NewProxyForm patientId={patientId} />
      )}
    </>
  )
}

function ownAddress(
  say: Pick<(typeof choicesWords)['nl'], 'mailTo' | 'mailDead' | 'mailOff'>,
  { email, emailDeadAt, mailOffAt }: NonNullable<Choices['proxy']>,
): string {
  if (mailOffAt) return say.mailOff(email ?? '')
  return emailDeadAt ? say.mailDead(email ?? '') : say.mailTo(email ?? '')
}

function NewProxyForm({ patientId }: { patientId: string }) {
  const say = useWords(choicesWords)
  const set = useChoice((given: NewProxy) => setProxy(patientId, given))
  const problem = useFormProblem(set.error, say.problems)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    set.mutate({
      name: formText(form, 'name'),
      relation: relations.find((one) => one === formText(form, 'relation')) ?? 'family',
      untilOn: formText(form, 'untilOn'),
      readsMail: formText(form, 'readsMail') === 'yes',
      email: formText(form, 'email').trim() || null,
    })
  }
  return (
    <form className="mail-contact" onSubmit={submit} noValidate>
      <p className="quiet">{say.nobody}</p>
      <TextField label={say.name} name="name" autoComplete="off" error={problem.of('name')} />
      <SelectField label={say.relation} name="relation">
        {relations.map((one) => (
          <option key={one} value={one}>
            {say.relations[one]}
          </option>
        ))}
      </SelectField>
      <TextField label={say.until} name="untilOn" type="date" error={problem.of('untilOn')} />
      <SelectField label={say.readsMail} hint={say.readsMailHint} name="readsMail">
        <option value="no">{say.no}</option>
        <option value="yes">{say.yes}</option>
      </SelectField>
      <TextField
        label={say.email}
        hint={say.emailHint}
        name="email"
        type="email"
        autoComplete="off"
        error={problem.of('email')}
      />
      <FormProblem>{problem.summary}</FormProblem>
      <div className="mail-contact-end">
        <Button type="submit" look="soft" size="page" disabled={set.isPending}>
          {say.set}
        </Button>
      </div>
    </form>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { Button } from '../../kit/button.tsx'
import { SelectField, TextField } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { useFormats } from '../../kit/format.ts'
import { Section } from '../../kit/frame.tsx'
import { State } from '../../kit/status.tsx'
import { useWords } from '../../kit/words.tsx'
import { useFormProblem } from '../form-problem.ts'
import { FormProblem } from '../sign-in/door.tsx'
import { changeContact, type PatientMail } from './queries.ts'
import { words } from './words.ts'

/** How a patient is reached, and the place to put it right. */
export function Contact({ patientId, contact }: { patientId: string; contact: PatientMail['contact'] }) {
  const say = useWords(words)
  const format = useFormats()
  const queries = useQueryClient()
  const change = useMutation({
    mutationFn: changeContact,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['mail'] }),
  })
  const problem = useFormProblem(change.error, { no_mobile: say.noMobile })
  const { email, emailDeadAt, phone, phoneDeadAt, textsStoppedAt, prefersTexts, textsGo } = contact
  const { isUnsure, proxy } = contact
  const aboutNumber = textsStoppedAt
    ? say.stoppedTexts(format.date(textsStoppedAt))
    : phoneDeadAt
      ? say.deadNumber(format.date(phoneDeadAt))
      : undefined
  const cameBack = emailDeadAt ? say.deadAddress(format.date(emailDeadAt)) : undefined
  const aboutAddress = isUnsure ? say.unsureAddress : cameBack
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    change.mutate({
      patientId,
      email: formText(form, 'email'),
      phone: formText(form, 'phone'),
      prefersTexts: formText(form, 'rather') === 'sms',
      ofProxy: proxy ? formText(form, 'whose') === 'proxy' : undefined,
    })
  }
  return (
    <Section title={say.reach} about={say.reachAbout}>
      <form className="mail-contact" onSubmit={submit} noValidate>
        <TextField
          label={say.email}
          hint={aboutAddress}
          name="email"
          type="email"
          autoComplete="off"
          defaultValue={email ?? ''}
          error={problem.of('email')}
        />
        <WhoseAddress proxy={proxy} />
        <TextField
          label={say.phone}
          hint={aboutNumber}
          name="phone"
          type="tel"
          autoComplete="off"
          defaultValue={phone ?? ''}
          error={problem.of('phone')}
        />
        {textsGo || prefersTexts ? (
          <SelectField label={say.rather} name="rather" defaultValue={prefersTexts ? 'sms' : 'mail'}>
            <option value="mail">{say.ratherMail}</option>
            <option value="sms">{say.ratherTexts}</option>
          </SelectField>
        ) : null}
        <FormProblem>{problem.summary}</FormProblem>
        <div className="mail-contact-end">
          <Button type="submit" size="page" disabled={change.isPending}>
            {say.saveContact}
          </Button>
          <div role="status">
            {change.isSuccess ? (
              <State sign="done" tone="better">
                {change.variables.email ? say.contactSaved : say.contactGone}
              </State>
            ) : null}
          </div>
        </div>
      </form>
    </Section>
  )
}

/** Where somebody answers for the patient the address may be theirs: it goes with them when they no longer do. */
function WhoseAddress({ proxy }: Pick<PatientMail['contact'], 'proxy'>) {
  const say = useWords(words)
  if (!proxy) return null
  return (
    <SelectField label={say.whose} name="whose" defaultValue={proxy.readsMail ? 'proxy' : 'patient'}>
      <option value="patient">{say.whosePatient}</option>
      <option value="proxy">{proxy.name}</option>
    </SelectField>
  )
}

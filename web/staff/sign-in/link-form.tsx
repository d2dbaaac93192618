import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { useLanguage, useWords } from '../../kit/words.tsx'
import { useFormProblem } from '../form-problem.ts'
import { Door, FormProblem } from './door.tsx'
import { fieldsOf } from './fields.ts'
import { act, fieldNames, type StaffLink } from './link-requests.ts'
import { words } from './link-words.ts'
import { PhoneSetup } from './phone-setup.tsx'
import { ZoneField } from './zone-field.tsx'

type Made = string[] | null

/** The form of a link: what it asks for depends on what it is for. */
export function LinkForm({
  token,
  link,
  done,
}: {
  token: string
  link: StaffLink
  done: (made: Made) => void
}) {
  const say = useWords(words)
  const { language } = useLanguage()
  const send = useMutation({
    mutationFn: (form: HTMLFormElement) => act(link.kind, token, fieldsOf(form, fieldNames), language),
    onSuccess: done,
  })
  const problem = useFormProblem(send.error, say.problems)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    send.mutate(event.currentTarget)
  }
  const { title, about, button } = textOf(link, say)
  const isNew = link.kind !== 'second-factor'
  return (
    <Door title={title}>
      <p>{about}</p>
      <form onSubmit={submit} noValidate>
        {link.kind === 'first-administrator' ? <FirstFields error={problem.of} /> : null}
        <h2>{say.stepPassword}</h2>
        <TextField
          label={isNew ? say.password : say.currentPassword}
          hint={isNew ? say.passwordHint : undefined}
          name="password"
          error={problem.of('password')}
          type="password"
          autoComplete={isNew ? 'new-password' : 'current-password'}
        />
        {link.secondFactor ? (
          <>
            <h2>{say.stepPhone}</h2>
            <PhoneSetup
              picture={link.secondFactor.picture}
              secretKey={link.secondFactor.key}
              error={problem.of('code')}
            />
          </>
        ) : null}
        <FormProblem>{problem.summary}</FormProblem>
        <Button type="submit" look="primary" size="page" disabled={send.isPending}>
          {button}
        </Button>
      </form>
    </Door>
  )
}

function FirstFields({ error }: { error: (field: string) => string | undefined }) {
  const say = useWords(words)
  return (
    <>
      <TextField
        label={say.organisation}
        hint={say.organisationHint}
        name="organisation"
        error={error('organisation')}
        autoComplete="organization"
      />
      <ZoneField label={say.zone} />
      <TextField label={say.name} name="name" autoComplete="name" error={error('name')} />
      <TextField
        label={say.email}
        hint={say.emailHint}
        name="email"
        type="email"
        autoComplete="username"
        error={error('email')}
      />
    </>
  )
}

function textOf({ kind, name, email, organisation }: StaffLink, say: (typeof words)['nl']) {
  if (kind === 'first-administrator')
    return { title: say.firstTitle, about: say.firstAbout, button: say.finish }
  if (kind === 'invitation')
    return {
      title: say.invitedTitle(name ?? ''),
      about: say.invitedAbout(organisation ?? '', email),
      button: say.finish,
    }
  if (kind === 'password')
    return { title: say.passwordTitle, about: say.passwordAbout(email), button: say.save }
  return { title: say.factorTitle, about: say.factorAbout(email), button: say.pair }
}

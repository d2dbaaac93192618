import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { useFormats } from '../../kit/format.ts'
import { Section } from '../../kit/frame.tsx'
import { useRefusal } from '../../kit/states.tsx'
import { State } from '../../kit/status.tsx'
import { useWords } from '../../kit/words.tsx'
import { useProblem } from '../sign-in/problem.ts'
import { linkIdentity, patientIdentity, removeIdentity } from './queries.ts'
import { signingInWords } from './signing-in-words.ts'

/** Whether this patient can sign in, and the way to let them. */
export function SigningIn({ patientId }: { patientId: string }) {
  const say = useWords(signingInWords)
  const refusal = useRefusal()
  const format = useFormats()
  const { data: identity, error } = useQuery(patientIdentity(patientId))
  if (error && !identity) return <p role="alert">{refusal(error)}</p>
  if (!identity) return null
  return (
    <Section title={say.title}>
      <div className="mail-find">
        <p className="quiet">{identity.provider ? say.about : say.noProvider}</p>
        {identity.provider ? (
          <p role="status">
            {identity.linkedAt ? (
              <State sign="done" tone="better">
                {say.linked(format.date(identity.linkedAt))}
              </State>
            ) : (
              <State sign="open" tone="quiet">
                {say.notLinked}
              </State>
            )}
          </p>
        ) : null}
        {identity.linkedAt ? <Unlinking patientId={patientId} /> : null}
        {identity.provider && !identity.linkedAt ? <Linking patientId={patientId} /> : null}
      </div>
    </Section>
  )
}

function useIdentityAct<Given>(patientId: string, act: (given: Given) => Promise<unknown>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () => queries.invalidateQueries({ queryKey: patientIdentity(patientId).queryKey }),
  })
}

function Linking({ patientId }: { patientId: string }) {
  const say = useWords(signingInWords)
  const problem = useProblem({ identity_taken: say.taken })
  const [missing, setMissing] = useState(false)
  const link = useIdentityAct(patientId, (subject: string) => linkIdentity(patientId, subject))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const subject = formText(new FormData(event.currentTarget), 'subject')
    setMissing(subject === '')
    if (subject !== '') link.mutate(subject)
  }
  const refused = link.error ? problem(link.error) : undefined
  return (
    <form className="mail-find" onSubmit={submit} noValidate>
      <TextField
        label={say.subject}
        hint={say.subjectHint}
        name="subject"
        maxLength={255}
        autoComplete="off"
        spellCheck={false}
        error={missing ? say.subjectMissing : refused}
      />
      <Button type="submit" size="page" disabled={link.isPending}>
        {say.link}
      </Button>
    </form>
  )
}

function Unlinking({ patientId }: { patientId: string }) {
  const say = useWords(signingInWords)
  const refusal = useRefusal()
  const [asking, setAsking] = useState(false)
  const remove = useIdentityAct(patientId, () => removeIdentity(patientId))
  if (!asking)
    return (
      <Button look="text" onClick={() => setAsking(true)}>
        {say.remove}
      </Button>
    )
  return (
    <div>
      <p>{remove.error ? refusal(remove.error) : say.removing}</p>
      <p className="mail-choices">
        <Button look="plain" disabled={remove.isPending} onClick={() => remove.mutate(undefined)}>
          {say.removeNow}
        </Button>
        <Button look="text" onClick={() => setAsking(false)}>
          {say.cancel}
        </Button>
      </p>
    </div>
  )
}

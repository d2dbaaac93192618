import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { api, read } from '../../kit/api.ts'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { useWords } from '../../kit/words.tsx'
import { Door, FormProblem } from './door.tsx'
import { fieldsOf } from './fields.ts'
import { useProblem } from './problem.ts'
import { words } from './words.ts'

/** Asks for a link to set a new password. The answer is the same for every address. */
export function ForgotPage() {
  const say = useWords(words)
  const problem = useProblem({ ...say.problems, invalid: say.problems.invalid_email ?? '' })
  const ask = useMutation({
    mutationFn: (email: string) => read(api.links.forgot.$post({ json: { email } })),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    ask.mutate(fieldsOf(event.currentTarget, ['email']).email)
  }
  return (
    <Door title={say.forgotTitle}>
      {ask.data ? (
        <p role="status">{ask.data.mail ? say.forgotDone : say.forgotNoMail}</p>
      ) : (
        <form onSubmit={submit} noValidate>
          <p>{say.forgotAbout}</p>
          <FormProblem>{ask.error ? problem(ask.error) : null}</FormProblem>
          <TextField label={say.email} name="email" type="email" autoComplete="username" />
          <Button type="submit" look="primary" size="page" disabled={ask.isPending}>
            {say.send}
          </Button>
        </form>
      )}
      <div className="door-more">
        <Link to="/staff">{say.back}</Link>
      </div>
    </Door>
  )
}

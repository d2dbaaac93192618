import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { useWords } from '../../kit/words.tsx'
import { FormProblem } from './door.tsx'
import { fieldsOf } from './fields.ts'
import { useProblem } from './problem.ts'
import { givePassword } from './requests.ts'
import { words } from './words.ts'

export function PasswordStep({ done }: { done: () => void }) {
  const say = useWords(words)
  const problem = useProblem(say.problems)
  const sign = useMutation({
    mutationFn: ({ email, password }: { email: string; password: string }) => givePassword(email, password),
    onSuccess: done,
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    sign.mutate(fieldsOf(event.currentTarget, ['email', 'password']))
  }
  return (
    <form onSubmit={submit} noValidate>
      <FormProblem>{sign.error ? problem(sign.error) : null}</FormProblem>
      <TextField label={say.email} name="email" type="email" autoComplete="username" required />
      <TextField
        label={say.password}
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      <Button type="submit" look="primary" size="page" disabled={sign.isPending}>
        {say.next}
      </Button>
    </form>
  )
}

import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ApiError } from '../../kit/api.ts'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { useWords } from '../../kit/words.tsx'
import { FormProblem } from './door.tsx'
import { fieldsOf } from './fields.ts'
import { useProblem } from './problem.ts'
import { giveBackupCode, giveCode } from './requests.ts'
import { words } from './words.ts'

export function CodeStep({ done, again }: { done: () => void; again: () => void }) {
  const say = useWords(words)
  const [backup, setBackup] = useState(false)
  const problem = useProblem({ ...say.problems, invalid: say.problems.invalid_code ?? '' })
  const sign = useMutation({
    mutationFn: (code: string) => (backup ? giveBackupCode(code) : giveCode(code.replaceAll(/\s/g, ''))),
    onSuccess: done,
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    sign.mutate(fieldsOf(event.currentTarget, ['code']).code)
  }
  const over = sign.error instanceof ApiError && sign.error.code === 'challenge_over'
  return (
    <form onSubmit={submit} noValidate>
      <p>{say.codeAbout}</p>
      <FormProblem>{sign.error ? problem(sign.error) : null}</FormProblem>
      <div className="door-code" key={String(backup)}>
        {backup ? (
          <TextField label={say.backup} hint={say.backupHint} name="code" autoComplete="off" />
        ) : (
          <TextField
            label={say.code}
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            ref={focus}
          />
        )}
      </div>
      {over ? null : (
        <Button type="submit" look="primary" size="page" disabled={sign.isPending}>
          {say.signIn}
        </Button>
      )}
      <div className="door-more">
        <Button look="text" onClick={() => setBackup(!backup)}>
          {backup ? say.codeInstead : say.backupInstead}
        </Button>
        <Button look="text" onClick={again}>
          {say.again}
        </Button>
        <p>{say.lost}</p>
      </div>
    </form>
  )
}

const focus = (input: HTMLInputElement | null) => input?.focus()

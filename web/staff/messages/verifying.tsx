import { type FormEvent, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { useWords } from '../../kit/words.tsx'
import { useProblem } from '../sign-in/problem.ts'
import { useBsnAct, verifyBsn } from './bsn-queries.ts'
import { bsnWords } from './bsn-words.ts'

const LEAST = 3

/** Says that the citizen service number was verified, and how; offered beside the whole number. */
export function Verifying({ patientId, seen }: { patientId: string; seen: string }) {
  const say = useWords(bsnWords)
  const problem = useProblem({ bsn_changed: say.changed, bsn_in_reason: say.inReason })
  const [missing, setMissing] = useState(false)
  const verify = useBsnAct(patientId, (reason: string) => verifyBsn(patientId, { reason, seen }))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const reason = formText(new FormData(event.currentTarget), 'reason')
    setMissing(reason.length < LEAST)
    if (reason.length >= LEAST) verify.mutate(reason)
  }
  const refused = verify.error ? problem(verify.error) : undefined
  return (
    <form className="mail-find" onSubmit={submit} noValidate>
      <TextField
        label={say.reason}
        hint={say.reasonHint}
        name="reason"
        maxLength={200}
        autoComplete="off"
        error={missing ? say.reasonMissing : refused}
      />
      <Button type="submit" look="plain" disabled={verify.isPending}>
        {say.verify}
      </Button>
    </form>
  )
}

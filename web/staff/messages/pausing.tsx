import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { useLocal, useWords } from '../../kit/words.tsx'
import { FormProblem } from '../sign-in/door.tsx'
import { useProblem } from '../sign-in/problem.ts'
import { type MailCentre, pauseSet, resumeSet } from './centre-queries.ts'
import { centreWords } from './centre-words.ts'

/** Asks why, and holds the mail about one outcome set back. */
export function PauseDialog({ set, close }: { set: MailCentre['sets'][number]; close: () => void }) {
  const say = useWords(centreWords)
  const title = useLocal()(set.title)
  const queries = useQueryClient()
  const problem = useProblem(say.problems)
  const [missing, setMissing] = useState(false)
  const pause = useMutation({
    mutationFn: pauseSet,
    onSuccess: async ({ inHand }) => {
      await queries.invalidateQueries({ queryKey: ['mail'] })
      notifications.show({ message: say.inHand(inHand) })
      close()
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const reason = formText(new FormData(event.currentTarget), 'reason')
    setMissing(reason.length < 3)
    if (reason.length >= 3) pause.mutate({ outcomeSet: set.id, reason })
  }
  return (
    <Dialog title={say.pauseTitle(title)} closeLabel={say.cancel} close={close}>
      <form onSubmit={submit} noValidate>
        <p>{say.pauseAbout}</p>
        <TextField
          label={say.pauseReason}
          hint={say.pauseReasonHint}
          name="reason"
          maxLength={200}
          autoComplete="off"
          error={missing ? say.pauseReasonMissing : undefined}
        />
        <FormProblem>{pause.error ? problem(pause.error) : null}</FormProblem>
        <p className="mail-choices">
          <Button type="submit" look="primary" size="page" disabled={pause.isPending}>
            {say.pauseNow}
          </Button>
          <Button look="text" onClick={close}>
            {say.cancel}
          </Button>
        </p>
      </form>
    </Dialog>
  )
}

/** Lets the mail about an outcome set go again. */
export function useResume() {
  const say = useWords(centreWords)
  const queries = useQueryClient()
  const problem = useProblem(say.problems)
  return useMutation({
    mutationFn: resumeSet,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['mail'] })
      notifications.show({ message: say.resumed })
    },
    onError: (error) => notifications.show({ color: 'red', message: problem(error) }),
  })
}

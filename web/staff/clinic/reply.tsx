import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ClinicRow, ResultRow } from '../../../core/consult/clinic-day.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextArea, TextField } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { useWords } from '../../kit/words.tsx'
import { agree, newKey, takeBackAgreed } from '../patient/acts.ts'
import { useProblem } from '../sign-in/problem.ts'
import { showUndo } from '../undo.tsx'
import { replyWords } from './reply-words.ts'

const beginnings = ['fine', 'call', 'come'] as const

/**
 * A sentence back to who answered and has no appointment: all is well, we call, or come and see us. It stands on the
 * patient's page at once, and the answer counts as discussed.
 */
export function ReplyDialog({ row, close }: { row: ClinicRow | ResultRow; close: () => void }) {
  const say = useWords(replyWords)
  const problem = useProblem({})
  const queries = useQueryClient()
  const [key] = useState(newKey)
  const [sentence, setSentence] = useState('')
  const [missing, setMissing] = useState(false)
  const name = `${row.patient.givenName} ${row.patient.familyName}`
  const back = useMutation({
    mutationFn: takeBackAgreed,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['clinic'] }),
    onError: (error) => notifications.show({ color: 'red', message: problem(error) }),
  })
  const act = useMutation({
    mutationFn: agree,
    onSuccess: async ({ id }, { enrolmentId, responseId }) => {
      await queries.invalidateQueries({ queryKey: ['clinic'] })
      const discussedBy = row.standing.state === 'discussed' ? null : responseId
      const undo = () => back.mutate({ enrolmentId, agreementId: id, discussedBy })
      showUndo({ id: `message ${id}`, message: say.sent(name), undo })
      close()
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const { enrolmentId, responseId } = row
    setMissing(sentence.trim() === '')
    if (sentence.trim() === '' || act.isPending) return
    const dueOn = formText(form, 'due') || null
    act.mutate({ enrolmentId, responseId, kind: null, sentence: sentence.trim(), who: null, dueOn, key })
  }
  return (
    <Dialog title={say.title(name)} closeLabel={say.cancel} size="lg" close={close}>
      <form onSubmit={submit} noValidate>
        <p className="reply-beginnings">
          {beginnings.map((one) => (
            <Button key={one} look="soft" onClick={() => setSentence(say.sentences[one])}>
              {say.beginnings[one]}
            </Button>
          ))}
        </p>
        <TextArea
          label={say.sentence}
          hint={say.about}
          name="sentence"
          maxLength={500}
          rows={4}
          value={sentence}
          onChange={(event) => setSentence(event.target.value)}
          error={missing ? say.missing : undefined}
        />
        <TextField label={say.due} name="due" type="date" />
        {act.error ? <p role="alert">{problem(act.error)}</p> : null}
        <p className="dialog-acts">
          <Button type="submit" look="primary" size="page" disabled={act.isPending}>
            {say.send}
          </Button>
          <Button look="text" onClick={close}>
            {say.cancel}
          </Button>
        </p>
      </form>
    </Dialog>
  )
}

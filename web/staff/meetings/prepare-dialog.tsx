import type { FormEvent } from 'react'
import type { AgendaItem } from '../../../core/meetings/meeting.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextArea } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { useWords } from '../../kit/words.tsx'
import { useFormProblem } from '../form-problem.ts'
import { useCalled } from './called.ts'
import { useAct, write } from './queries.ts'
import { roomWords } from './room-words.ts'
import { words } from './words.ts'

type PrepareProps = { meetingId: string; item: AgendaItem; close: () => void }

/** What the team is asked about a patient, and what it should know. */
export function PrepareDialog({ meetingId, item, close }: PrepareProps) {
  const say = useWords(roomWords)
  const { problems, questionHint, situationHint } = useWords(words)
  const act = useAct(write, problems, say.saved)
  const problem = useFormProblem(act.error, problems)
  const { version, decision, reason, patientPart, sentence } = item
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const given = {
      id: meetingId,
      itemId: item.id,
      version,
      decision,
      reason,
      patientPart,
      sentence,
      question: formText(form, 'question'),
      situation: formText(form, 'situation') || null,
    }
    act.mutate(given, { onSuccess: close })
  }
  return (
    <Dialog title={say.prepareTitle(useCalled()(item))} closeLabel={say.close} close={close}>
      <form onSubmit={submit} noValidate>
        <TextArea
          label={say.question}
          hint={questionHint}
          name="question"
          maxLength={300}
          defaultValue={item.question}
          error={problem.of('question')}
        />
        <TextArea
          label={say.situation}
          hint={situationHint}
          name="situation"
          maxLength={1000}
          rows={4}
          defaultValue={item.situation ?? ''}
        />
        <p className="dialog-acts">
          <Button type="submit" look="primary" size="page" disabled={act.isPending}>
            {say.save}
          </Button>
          <Button look="text" onClick={close}>
            {say.cancel}
          </Button>
        </p>
      </form>
    </Dialog>
  )
}

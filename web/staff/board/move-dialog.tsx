import type { FormEvent } from 'react'
import type { BoardCard, Titled } from '../../../core/consult/board.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { SelectField, TextField } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { useLocal, useWords } from '../../kit/words.tsx'
import { useZone } from '../../kit/zone.tsx'
import { useEnterStage } from '../care-path/enter-stage.ts'
import { localDay } from '../care-path/local-day.ts'
import { useFormProblem } from '../form-problem.ts'
import { words } from './words.ts'

type MoveProps = {
  card: Pick<BoardCard, 'code' | 'enrolmentId' | 'stage'>
  /** The stage to begin with: where a card was dropped, or the next one. */
  to?: string
  board: { stages: readonly Titled[]; now: string }
  close: () => void
}

/** A patient enters another stage: which, and since when. */
export function MoveDialog({ card, to, board, close }: MoveProps) {
  const say = useWords(words)
  const local = useLocal()
  const zone = useZone()
  const { stages, now } = board
  const nameOf = (id: string) => {
    const stage = stages.find((one) => one.id === id)
    return stage ? local(stage.title) : id
  }
  const next = stages[stages.findIndex(({ id }) => id === card.stage) + 1]?.id
  const enter = useEnterStage(say.saved, say.problems)
  const problem = useFormProblem(enter.error, say.problems)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const stage = formText(form, 'stage')
    enter.mutate(
      { id: card.enrolmentId, stage, enteredOn: formText(form, 'enteredOn') },
      { onSuccess: close },
    )
  }
  return (
    <Dialog title={say.moveTitle(card.code)} closeLabel={say.close} close={close}>
      <form onSubmit={submit} noValidate>
        <p className="quiet small">{say.moveAbout}</p>
        <SelectField label={say.stage} name="stage" defaultValue={to ?? next ?? card.stage ?? ''}>
          {stages.map(({ id }) => (
            <option key={id} value={id}>
              {nameOf(id)}
            </option>
          ))}
        </SelectField>
        <TextField
          label={say.from}
          name="enteredOn"
          type="date"
          defaultValue={localDay(now, zone)}
          error={problem.of('enteredOn')}
        />
        <p className="dialog-acts">
          <Button type="submit" look="primary" size="page" disabled={enter.isPending}>
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

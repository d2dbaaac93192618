import { type FormEvent, useState } from 'react'
import type { ConsultDesk } from '../../../core/consult/individual-plan.ts'
import type { OnePager } from '../../../core/consult/one-pager.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { SelectField, TextArea, TextField } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { useFormats } from '../../kit/format.ts'
import { useLocal, useWords } from '../../kit/words.tsx'
import { changeAssessment } from '../care-path/queries.ts'
import { showUndo } from '../undo.tsx'
import { orderMeasurement, useAct } from './acts.ts'
import { deskWords } from './desk-words.ts'

type OrderProps = { page: OnePager; desk: ConsultDesk; close: () => void }

/** The questions of one moment once more, round a day. */
export function OrderDialog({ page, desk, close }: OrderProps) {
  const say = useWords(deskWords)
  const local = useLocal()
  const format = useFormats()
  const today = format.isoDay(page.now)
  const [wrong, setWrong] = useState(false)
  const enrolmentId = page.enrolment.id
  const cancel = useAct(changeAssessment)
  const act = useAct(
    orderMeasurement,
    ({ id: assessmentId }, { dueOn }) => {
      close()
      const undo = () =>
        cancel.mutate({ id: enrolmentId, assessmentId, change: { what: 'skip', reason: say.undone } })
      showUndo({
        id: `ordered ${assessmentId}`,
        message: say.ordered(format.date(dueOn)),
        undo,
      })
    },
    say.problems,
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const reason = formText(form, 'reason')
    setWrong(reason.length < 3)
    if (reason.length < 3) return
    act.mutate({
      enrolmentId,
      moment: formText(form, 'moment'),
      dueOn: formText(form, 'due') || today,
      reason,
    })
  }
  return (
    <Dialog title={say.orderTitle} closeLabel={say.cancel} close={close}>
      <form onSubmit={submit} noValidate>
        <SelectField label={say.what} name="moment">
          {desk.moments.map(({ id, title }) => (
            <option key={id} value={id}>
              {local(title)}
            </option>
          ))}
        </SelectField>
        <TextField label={say.due} name="due" type="date" min={today} defaultValue={today} />
        <TextArea
          label={say.orderReason}
          hint={say.orderReasonHint}
          name="reason"
          maxLength={500}
          error={wrong ? say.reasonShort : undefined}
        />
        <p className="quiet">{say.orderAbout}</p>
        <p className="dialog-acts">
          <Button type="submit" look="primary" size="page" disabled={act.isPending}>
            {say.order}
          </Button>
          <Button look="text" onClick={close}>
            {say.cancel}
          </Button>
        </p>
      </form>
    </Dialog>
  )
}

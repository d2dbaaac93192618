import { type FormEvent, useState } from 'react'
import type { MeasureView } from '../../../core/one-pager.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { SelectField, TextField } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { useFormats } from '../../kit/format.ts'
import { useLocal, useWords } from '../../kit/words.tsx'
import { enterMeasure, useAct } from './acts.ts'
import { words } from './words.ts'

type DialogProps = { measure: MeasureView; enrolmentId: string; today: string; close: () => void }
type Problem = { value?: string; measuredOn?: string }

/** A small form for one clinical measure. */
export function MeasureDialog({ measure, enrolmentId, today, close }: DialogProps) {
  const say = useWords(words)
  const local = useLocal()
  const check = useCheck(measure, today)
  const act = useAct(enterMeasure, say.saved)
  const [problem, setProblem] = useState<Problem>({})
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const value = Number.parseFloat(formText(form, 'value').replace(',', '.'))
    const measuredOn = formText(form, 'measuredOn')
    const found = check(value, measuredOn)
    setProblem(found)
    if (found.value || found.measuredOn) return
    act.mutate({ enrolmentId, measure: measure.id, value, measuredOn }, { onSuccess: close })
  }
  return (
    <Dialog title={local(measure.title)} closeLabel={say.cancel} close={close}>
      <form onSubmit={submit} noValidate>
        <ValueField measure={measure} error={problem.value} />
        <TextField
          label={say.measuredOn}
          name="measuredOn"
          type="date"
          max={today}
          defaultValue={measure.latest?.measuredOn ?? today}
          error={problem.measuredOn}
        />
        <p className="choices">
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

function ValueField({ measure, error }: { measure: MeasureView; error: string | undefined }) {
  const say = useWords(words)
  const local = useLocal()
  const format = useFormats()
  const { latest, range, unit, decimals } = measure
  if (measure.kind === 'event')
    return (
      <SelectField label={say.happened} name="value" defaultValue={latest?.value ?? 0} error={error}>
        <option value="0">{say.happenedNo}</option>
        <option value="1">{say.happenedYes}</option>
      </SelectField>
    )
  const [from, to] = range ?? [0, 0]
  return (
    <TextField
      label={say.value(unit ? local(unit) : '', format.number(from, decimals), format.number(to, decimals))}
      name="value"
      inputMode="decimal"
      defaultValue={latest ? format.number(latest.value, decimals) : ''}
      error={error}
    />
  )
}

function useCheck(measure: MeasureView, today: string): (value: number, measuredOn: string) => Problem {
  const say = useWords(words)
  const format = useFormats()
  return (value, measuredOn) => {
    const [from, to] = measure.range ?? [0, 1]
    const fits = Number.isFinite(value) && value >= from && value <= to
    return {
      ...(fits
        ? {}
        : {
            value: say.outsideRange(
              format.number(from, measure.decimals),
              format.number(to, measure.decimals),
            ),
          }),
      ...(measuredOn === ''
        ? { measuredOn: say.invalid }
        : measuredOn > today
          ? { measuredOn: say.inFuture }
          : {}),
    }
  }
}

import { type FormEvent, useState } from 'react'
import type { MeasureView } from '../../../core/consult/one-pager.ts'
import {
  dayProblem,
  explainMeasureProblem,
  type MeasureProblem,
  valueProblem,
} from '../../../core/feeds/measure-value.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { SelectField, TextField } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { useFormats } from '../../kit/format.ts'
import { useLanguage, useLocal, useWords } from '../../kit/words.tsx'
import { showUndo } from '../undo.tsx'
import { enterMeasure, takeBackMeasure, useAct } from './acts.ts'
import { measureWords } from './measure-words.ts'

type Days = { startedOn: string; today: string }
type DialogProps = { measure: MeasureView; enrolmentId: string; path: Days; close: () => void }
type Problem = { value?: string; measuredOn?: string }

/** A small form for one clinical measure. */
export function MeasureDialog({ measure, enrolmentId, path, close }: DialogProps) {
  const say = useWords(measureWords)
  const local = useLocal()
  const check = useCheck(measure, path)
  const back = useAct(takeBackMeasure, say.takenBack, say.problems)
  const act = useAct(enterMeasure, () => {
    const undo = () => back.mutate({ enrolmentId, measure: measure.id })
    showUndo({ id: `measured ${enrolmentId} ${measure.id}`, message: say.saved, undo })
  })
  const [problem, setProblem] = useState<Problem>({})
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const value = Number(formText(form, 'value').trim().replace(',', '.') || 'nothing')
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
          max={path.today}
          defaultValue={measure.latest?.measuredOn ?? path.today}
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
  const say = useWords(measureWords)
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

/** What the server would refuse, said beside the field before it is sent. */
function useCheck(measure: MeasureView, path: Days): (value: number, measuredOn: string) => Problem {
  const say = useWords(measureWords)
  const { language } = useLanguage()
  const explain = (problem: MeasureProblem | null) => problem && explainMeasureProblem(problem, language)
  return (value, measuredOn) => {
    const wrongValue = explain(valueProblem(measure, value))
    const wrongDay = measuredOn === '' ? say.invalid : explain(dayProblem(measuredOn, path))
    return {
      ...(wrongValue ? { value: wrongValue } : {}),
      ...(wrongDay ? { measuredOn: wrongDay } : {}),
    }
  }
}

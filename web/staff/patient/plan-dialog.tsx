import { type FormEvent, useState } from 'react'
import { type ConsultDesk, companions, textOf, writtenPlan } from '../../../core/consult/individual-plan.ts'
import type { OnePager } from '../../../core/consult/one-pager.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextArea } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { useLocal, useWords } from '../../kit/words.tsx'
import { showUndo } from '../undo.tsx'
import { useAct, writePlan } from './acts.ts'
import { deskWords } from './desk-words.ts'
import { PlanOptions } from './plan-options.tsx'

type PlanProps = { page: OnePager; desk: ConsultDesk; close: () => void }

/** What matters, what was considered, what it became and why, who took part, and which stages are theirs. */
export function PlanDialog({ page, desk, close }: PlanProps) {
  const say = useWords(deskWords)
  const plan = writtenPlan(desk.plan)
  const back = useAct(writePlan, say.planBack, say.problems)
  const act = useAct(
    writePlan,
    ({ version }, { enrolmentId }) => {
      close() // here: the dialog is another one as soon as the page shows the new version
      const undo = () => back.mutate({ ...textOf(plan), enrolmentId, version })
      showUndo({ id: `plan ${enrolmentId}`, message: say.saved, undo })
    },
    say.problems,
  )
  const [options, setOptions] = useState(plan?.options ?? [])
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const written = {
      enrolmentId: page.enrolment.id,
      version: desk.plan?.version ?? 0,
      matters: formText(form, 'matters') || null,
      options,
      reason: formText(form, 'reason') || null,
      tookPart: companions.filter((who) => form.getAll('with').includes(who)),
      stages: desk.stages.map(({ id }) => id).filter((id) => form.getAll('stage').includes(id)),
    }
    act.mutate(written)
  }
  const goals = page.goals.map(({ words }) => words).join(' ')
  return (
    <Dialog title={say.plan} closeLabel={say.cancel} close={close} size="lg">
      <form onSubmit={submit} noValidate>
        <TextArea
          label={say.matters}
          name="matters"
          maxLength={500}
          defaultValue={plan ? (plan.matters ?? '') : goals}
        />
        <PlanOptions desk={desk} options={options} change={setOptions} />
        <TextArea label={say.reason} name="reason" maxLength={1000} defaultValue={plan?.reason ?? ''} />
        <Checks
          legend={say.tookPart}
          name="with"
          of={companions.map((who) => ({ id: who, name: say.companions[who] }))}
          checked={plan?.tookPart ?? []}
        />
        <Stages desk={desk} />
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

function Stages({ desk }: { desk: ConsultDesk }) {
  const say = useWords(deskWords)
  const local = useLocal()
  return (
    <Checks
      legend={say.stages}
      hint={say.stagesHint}
      name="stage"
      of={desk.stages.map(({ id, title }) => ({ id, name: local(title) }))}
      checked={(writtenPlan(desk.plan) ?? { stages: desk.stages.map(({ id }) => id) }).stages}
    />
  )
}

type ChecksProps = {
  legend: string
  hint?: string
  name: string
  of: readonly { id: string; name: string }[]
  checked: readonly string[]
}

function Checks({ legend, hint, name, of, checked }: ChecksProps) {
  return (
    <fieldset className="plan-checks">
      <legend>{legend}</legend>
      {hint ? <p className="field-hint">{hint}</p> : null}
      {of.map((one) => (
        <label key={one.id}>
          <input type="checkbox" name={name} value={one.id} defaultChecked={checked.includes(one.id)} />{' '}
          {one.name}
        </label>
      ))}
    </fieldset>
  )
}

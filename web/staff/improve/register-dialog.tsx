import type { FormEvent } from 'react'
import type { TeamCharts } from '../../../core/figures/improvement.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { SelectField, TextArea, TextField } from '../../kit/field.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { FormProblem } from '../sign-in/door.tsx'
import { fieldsOf } from '../sign-in/fields.ts'
import { useImproving } from './act.ts'
import { register } from './queries.ts'
import { words } from './words.ts'

type RegisterProps = { charts: TeamCharts; teamId: string; close: () => void }

/** Plan and do: what is changed, from when, and what it should bring. */
export function RegisterDialog({ charts, teamId, close }: RegisterProps) {
  const say = useWords(words)
  const local = useLocal()
  const act = useImproving((given: Parameters<typeof register>[1]) => register(teamId, given), close)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { indicator, ...rest } = fieldsOf(event.currentTarget, [
      'title',
      'startedOn',
      'changed',
      'expected',
      'indicator',
    ])
    act.run({ ...rest, indicator: indicator || null })
  }
  return (
    <Dialog title={say.form.title} closeLabel={say.form.close} close={close} size="lg">
      <form onSubmit={submit} noValidate>
        <TextField
          label={say.form.name}
          hint={say.form.nameHint}
          name="title"
          maxLength={80}
          autoComplete="off"
          data-autofocus
          error={act.errorOf('title')}
        />
        <TextField
          label={say.form.startedOn}
          name="startedOn"
          type="date"
          defaultValue={charts.today}
          error={act.errorOf('startedOn')}
        />
        <TextArea label={say.form.changed} name="changed" maxLength={500} error={act.errorOf('changed')} />
        <TextArea label={say.form.expected} name="expected" maxLength={500} error={act.errorOf('expected')} />
        <SelectField label={say.form.indicator} name="indicator">
          <option value="">{say.list.all}</option>
          {charts.indicators.map(({ id, title }) => (
            <option key={id} value={id}>
              {local(title)}
            </option>
          ))}
        </SelectField>
        <FormProblem>{act.problem}</FormProblem>
        <p className="dialog-row dialog-end">
          <Button type="submit" look="primary" size="page" disabled={act.busy}>
            {say.form.save}
          </Button>
          <Button look="text" onClick={close}>
            {say.form.close}
          </Button>
        </p>
      </form>
    </Dialog>
  )
}

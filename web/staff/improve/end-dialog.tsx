import type { FormEvent } from 'react'
import type { Improvement } from '../../../core/figures/improvement.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { SelectField, TextArea } from '../../kit/field.tsx'
import { useWords } from '../../kit/words.tsx'
import { FormProblem } from '../sign-in/door.tsx'
import { fieldsOf } from '../sign-in/fields.ts'
import { useImproving } from './act.ts'
import { type Ending, end } from './queries.ts'
import { words } from './words.ts'

type EndProps = { teamId: string; improvement: Improvement; close: () => void }

/** Study and act: kept or not, and what was learnt either way. */
export function EndDialog({ teamId, improvement, close }: EndProps) {
  const say = useWords(words)
  const act = useImproving((given: Ending) => end(teamId, improvement.id, given), close)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { state, learnt } = fieldsOf(event.currentTarget, ['state', 'learnt'])
    act.run({ state: state === 'abandoned' ? 'abandoned' : 'adopted', learnt })
  }
  return (
    <Dialog title={`${say.ending.title}: ${improvement.title}`} closeLabel={say.form.close} close={close}>
      <form onSubmit={submit} noValidate>
        <SelectField label={say.ending.state} name="state" data-autofocus>
          <option value="adopted">{say.ending.adopted}</option>
          <option value="abandoned">{say.ending.abandoned}</option>
        </SelectField>
        <TextArea label={say.ending.learnt} name="learnt" maxLength={500} error={act.errorOf('learnt')} />
        <FormProblem>{act.problem}</FormProblem>
        <p className="dialog-row dialog-end">
          <Button type="submit" look="primary" size="page" disabled={act.busy}>
            {say.ending.save}
          </Button>
          <Button look="text" onClick={close}>
            {say.form.close}
          </Button>
        </p>
      </form>
    </Dialog>
  )
}

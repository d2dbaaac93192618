import './cases.css'
import { useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { caseKinds } from '../../../core/meetings/meeting-topics.ts'
import type { CaseView } from '../../../core/meetings/meeting-views.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { SelectField, TextArea } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { useFormats } from '../../kit/format.ts'
import { Loading, Trouble } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import { useFormProblem } from '../form-problem.ts'
import { showUndo } from '../undo.tsx'
import { kindWords } from './kind-words.ts'
import { flagCase, meetingsFor, useAct, withdrawCase } from './queries.ts'
import { words } from './words.ts'

/** Asks the team to look again at a patient's course: a complication, or something to learn from. */
export function CaseDialog({ enrolmentId, close }: { enrolmentId: string; close: () => void }) {
  const say = useWords(kindWords)
  const house = useWords(words)
  const { data, error } = useQuery(meetingsFor(enrolmentId))
  const back = useAct(withdrawCase, say.problems)
  const act = useAct(flagCase, say.problems, ({ id }) =>
    showUndo({ id: `flagged ${id}`, message: say.flagged, undo: () => back.mutate(id) }),
  )
  const problem = useFormProblem(act.error, say.problems)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const kind = caseKinds.find((one) => one === formText(form, 'kind')) ?? 'learning'
    act.mutate({ enrolmentId, kind, what: formText(form, 'what') }, { onSuccess: close })
  }
  return (
    <Dialog title={say.flagTitle} closeLabel={house.close} close={close}>
      {error ? <Trouble error={error} /> : null}
      {data || error ? null : <Loading />}
      <ul className="cases">
        {data?.cases.map((one) => (
          <Flagged key={one.id} one={one} />
        ))}
      </ul>
      <form onSubmit={submit} noValidate>
        <p className="small">{say.flagAbout}</p>
        <SelectField label={say.flagKind} name="kind">
          {caseKinds.map((kind) => (
            <option key={kind} value={kind}>
              {say.cases[kind]}
            </option>
          ))}
        </SelectField>
        <TextArea
          label={say.what}
          hint={say.whatHint}
          name="what"
          maxLength={500}
          error={problem.of('what')}
        />
        <p className="dialog-acts">
          <Button type="submit" look="primary" size="page" disabled={act.isPending}>
            {say.flagIt}
          </Button>
          <Button look="text" onClick={close}>
            {house.cancel}
          </Button>
        </p>
      </form>
    </Dialog>
  )
}

function Flagged({ one }: { one: CaseView }) {
  const say = useWords(kindWords)
  const format = useFormats()
  const act = useAct(withdrawCase, say.problems)
  return (
    <li>
      <p>
        <b>{say.cases[one.kind]}</b> {one.what}
      </p>
      <p className="tiny quiet">
        {say.flaggedBy(one.flaggedBy, format.dayTime(one.flaggedAt))}{' '}
        {one.closedAt ? (
          say.reviewed
        ) : (
          <Button look="text" disabled={act.isPending} onClick={() => act.mutate(one.id)}>
            {say.withdraw}
          </Button>
        )}
      </p>
    </li>
  )
}

import { useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { SelectField, TextArea } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { useFormats } from '../../kit/format.ts'
import { Loading, Trouble } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import { useFormProblem } from '../form-problem.ts'
import { showUndo } from '../undo.tsx'
import { listPatient, meetingsFor, unlist, useAct } from './queries.ts'
import { words } from './words.ts'

type ListProps = {
  enrolmentId: string
  /** What the patient is called here: a code, or a name on their own page. */
  called: string
  close: () => void
}

/** Puts a patient on the list of a meeting, with the question to the team. */
export function ListDialog({ enrolmentId, called, close }: ListProps) {
  const say = useWords(words)
  const { data, error } = useQuery(meetingsFor(enrolmentId))
  return (
    <Dialog title={say.listTitle(called)} closeLabel={say.close} close={close}>
      {error ? <Trouble error={error} /> : null}
      {data ? (
        <ListForm enrolmentId={enrolmentId} meetings={data.meetings} close={close} />
      ) : error ? null : (
        <Loading />
      )}
    </Dialog>
  )
}

type Open = { id: string; title: string; startsAt: string; listed: boolean }

function ListForm({
  enrolmentId,
  meetings,
  close,
}: Omit<ListProps, 'called'> & { meetings: readonly Open[] }) {
  const say = useWords(words)
  const format = useFormats()
  const back = useAct(unlist, say.problems)
  const act = useAct(listPatient, say.problems, ({ id: itemId }, { id }) =>
    showUndo({ id: `listed ${itemId}`, message: say.listedNow, undo: () => back.mutate({ id, itemId }) }),
  )
  const problem = useFormProblem(act.error, say.problems)
  const free = meetings.filter(({ listed }) => !listed)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const given = {
      id: formText(form, 'meeting'),
      enrolmentId,
      question: formText(form, 'question'),
      situation: formText(form, 'situation') || null,
    }
    act.mutate(given, { onSuccess: close })
  }
  return (
    <form onSubmit={submit} noValidate>
      {meetings
        .filter(({ listed }) => listed)
        .map(({ id, title, startsAt }) => (
          <p key={id} className="quiet">
            {say.already(title, format.dayTime(startsAt))}
          </p>
        ))}
      {free.length === 0 ? (
        <p>{meetings.length === 0 ? say.noMeeting : null}</p>
      ) : (
        <>
          <SelectField label={say.meeting} name="meeting">
            {free.map(({ id, title, startsAt }) => (
              <option key={id} value={id}>
                {title}, {format.dayTime(startsAt)}
              </option>
            ))}
          </SelectField>
          <TextArea
            label={say.question}
            hint={say.questionHint}
            name="question"
            maxLength={300}
            error={problem.of('question')}
          />
          <TextArea label={say.situation} hint={say.situationHint} name="situation" maxLength={1000} />
          <p className="dialog-acts">
            <Button type="submit" look="primary" size="page" disabled={act.isPending}>
              {say.listIt}
            </Button>
            <Button look="text" onClick={close}>
              {say.cancel}
            </Button>
          </p>
        </>
      )}
    </form>
  )
}

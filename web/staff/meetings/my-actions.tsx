import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { MyAction } from '../../../core/meetings/meeting-views.ts'
import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { Section } from '../../kit/frame.tsx'
import { Trouble } from '../../kit/states.tsx'
import { State } from '../../kit/status.tsx'
import { useWords } from '../../kit/words.tsx'
import { showUndo } from '../undo.tsx'
import { HandOn } from './hand-on.tsx'
import { finish, myActions, useAct } from './queries.ts'
import { words } from './words.ts'

/** What the reader has to do because of a decision, the first due on top; and what nobody owns any more. */
export function MyActions({ now }: { now: string }) {
  const say = useWords(words)
  const { data, error, refetch } = useQuery(myActions)
  const open = data?.actions.filter(({ doneAt }) => doneAt === null) ?? []
  const done = data?.actions.filter(({ doneAt }) => doneAt !== null) ?? []
  return (
    <Section title={say.myActions}>
      {error ? <Trouble error={error} retry={() => void refetch()} /> : null}
      {data && open.length + done.length === 0 ? <p className="quiet">{say.noActions}</p> : null}
      <ul className="my-actions">
        {[...open, ...done].map((action) => (
          <Row key={action.id} action={action} now={now} />
        ))}
      </ul>
    </Section>
  )
}

function Row({ action, now }: { action: MyAction; now: string }) {
  const say = useWords(words)
  const format = useFormats()
  const back = useAct(finish, say.problems)
  const act = useAct(finish, say.problems, (_, { actionId, done }) => {
    const undo = () => back.mutate({ actionId, done: !done })
    showUndo({ id: `action ${actionId}`, message: done ? say.doneNow : say.notDoneNow, undo })
  })
  const { id, what, dueOn, doneAt, meeting, code, isOwnerless, owner, ownerId, teamId } = action
  const isLate = doneAt === null && dueOn < format.isoDay(now)
  const before = format.date(dueOn)
  return (
    <li className={doneAt ? 'quiet' : ''}>
      <p>{what}</p>
      <p className="tiny quiet">
        <Patient action={action} /> {code ? '· ' : ''}
        {say.from(meeting)}
      </p>
      {isOwnerless ? (
        <p className="tiny">
          <State sign="alert" tone="watch">
            {say.ownerless}
          </State>{' '}
          <span className="quiet">{say.ownerlessAbout(owner)}</span>
        </p>
      ) : null}
      <p className="my-action-end">
        {doneAt ? (
          <State sign="done" tone="better">
            {say.done}
          </State>
        ) : (
          <State sign={isLate ? 'alert' : 'open'} tone={isLate ? 'worse' : 'quiet'}>
            {isLate ? say.late(before) : say.due(before)}
          </State>
        )}
        <Button
          look="text"
          disabled={act.isPending}
          aria-label={`${doneAt ? say.notDone : say.done}: ${what}`}
          onClick={() => act.mutate({ actionId: id, done: doneAt === null })}
        >
          {doneAt ? say.notDone : say.done}
        </Button>
        {doneAt === null && teamId ? <HandOn {...{ id, what, teamId, ownerId }} /> : null}
      </p>
    </li>
  )
}

function Patient({ action: { code, patientId, enrolmentId } }: { action: MyAction }) {
  if (!patientId) return code
  const search = { enrolment: enrolmentId ?? undefined }
  return (
    <Link to="/staff/patients/$patientId" params={{ patientId }} search={search}>
      {code}
    </Link>
  )
}

import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { recurrences } from '../../../core/meetings/meeting.ts'
import { type MeetingKind, meetingKinds } from '../../../core/meetings/meeting-topics.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { SelectField, TextField } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { Loading, Trouble } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import { useFormProblem } from '../form-problem.ts'
import { me as meQuery } from '../queries.ts'
import { showUndo } from '../undo.tsx'
import { kindWords } from './kind-words.ts'
import { Members, When } from './plan-fields.tsx'
import { meetingOptions, plan, unplan, useAct } from './queries.ts'
import { words } from './words.ts'

type DialogProps = { now: string; close: () => void }

/** Of which team, when, who leads, who belongs to it, and how often. */
export function PlanDialog({ now, close }: DialogProps) {
  const say = useWords(words)
  const { data: me } = useSuspenseQuery(meQuery)
  const [teamId, choose] = useState(me.teams[0]?.id ?? '')
  return (
    <Dialog title={say.plan} closeLabel={say.close} close={close} size="lg">
      {me.teams.length > 1 ? (
        <SelectField label={say.team} value={teamId} onChange={(event) => choose(event.target.value)}>
          {me.teams.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      ) : null}
      <PlanForm
        key={teamId}
        team={{ id: teamId, name: me.teams.find(({ id }) => id === teamId)?.name ?? '' }}
        now={now}
        close={close}
      />
    </Dialog>
  )
}

function PlanForm({ team, now, close }: DialogProps & { team: { id: string; name: string } }) {
  const say = useWords(words)
  const navigate = useNavigate()
  const kinds = useWords(kindWords)
  const [kind, setKind] = useState<MeetingKind>('mdo')
  const { data: options, error } = useQuery(meetingOptions(team.id))
  const back = useAct(unplan, say.problems)
  const act = useAct(plan, say.problems, ({ id }) => {
    const undo = async () => {
      await navigate({ to: '/staff/meetings' }) // before the page that shows it asks for what is gone
      back.mutate(id)
    }
    showUndo({ id: `planned ${id}`, message: say.planned, undo: () => void undo() })
  })
  const problem = useFormProblem(act.error, say.problems)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const wanted = { kind, teamId: team.id, ...wantedIn(new FormData(event.currentTarget)) }
    const onSuccess = ({ id }: { id: string }) => {
      close()
      void navigate({ to: '/staff/meetings/$meetingId', params: { meetingId: id } })
    }
    act.mutate(wanted, { onSuccess })
  }
  if (!options) return error ? <Trouble error={error} /> : <Loading />
  return (
    <form onSubmit={submit} noValidate>
      <SelectField
        label={kinds.kind}
        hint={kinds.kindHint}
        value={kind}
        onChange={({ target }) => setKind(meetingKinds.find((one) => one === target.value) ?? 'mdo')}
      >
        {meetingKinds.map((one) => (
          <option key={one} value={one}>
            {kinds.kinds[one]}
          </option>
        ))}
      </SelectField>
      <TextField
        key={kind}
        label={say.name}
        name="title"
        defaultValue={kinds.nameOf(kinds.kinds[kind], team.name)}
        maxLength={100}
        error={problem.of('title')}
      />
      <When now={now} problemOf={problem.of} />
      <SelectField label={say.chairLabel} hint={say.chairHint} name="chair" error={problem.of('chairId')}>
        {options.chairs.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <Members {...options} kind={kind} />
      <p className="dialog-acts">
        <Button type="submit" look="primary" size="page" disabled={act.isPending}>
          {say.save}
        </Button>
        <Button look="text" onClick={close}>
          {say.cancel}
        </Button>
      </p>
    </form>
  )
}

function wantedIn(form: FormData) {
  const weeks = Number(formText(form, 'everyWeeks'))
  return {
    title: formText(form, 'title'),
    startsAt: `${formText(form, 'date')}T${formText(form, 'time')}`,
    minutes: Number(formText(form, 'minutes')),
    everyWeeks: recurrences.find((one) => one === weeks) ?? 0,
    chairId: formText(form, 'chair'),
    memberIds: form.getAll('member').filter((id) => typeof id === 'string'),
  }
}

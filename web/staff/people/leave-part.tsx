import { useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { Button } from '../../kit/button.tsx'
import { SelectField } from '../../kit/field.tsx'
import { useWords } from '../../kit/words.tsx'
import { FormProblem } from '../sign-in/door.tsx'
import { usePeopleAct } from './act.ts'
import { type LeftBehind, leave, leaving, type Person, type Successor } from './queries.ts'
import { words } from './words.ts'

/** Leaving: what would be nobody's goes to a colleague first. */
export function LeavePart({ person }: { person: Person }) {
  const say = useWords(words)
  const { data: left } = useQuery(leaving(person.id))
  const act = usePeopleAct((successors: Successor[]) => leave(person.id, successors))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const chosen = new FormData(event.currentTarget)
    act.run(
      (left?.teams ?? []).flatMap(({ id: teamId }) => {
        const staffId = chosen.get(teamId)
        return typeof staffId === 'string' && staffId ? [{ teamId, staffId }] : []
      }),
    )
  }
  return (
    <section className="dialog-part">
      <h3>{say.leaveTitle}</h3>
      <p>{say.leaveAbout}</p>
      <form onSubmit={submit}>
        {left?.teams.map((team) => (
          <SuccessorField key={team.id} team={team} />
        ))}
        <FormProblem>{act.problem}</FormProblem>
        <p className="dialog-row dialog-end">
          <Button type="submit" disabled={act.busy || !left}>
            {say.leave}
          </Button>
        </p>
      </form>
    </section>
  )
}

function SuccessorField({ team }: { team: LeftBehind['teams'][number] }) {
  const say = useWords(words)
  const { id, name, leadClinicianOf, openAlerts, colleagues } = team
  return (
    <SelectField
      label={say.handOver(name)}
      name={id}
      hint={colleagues.length > 0 ? say.handOverAbout(leadClinicianOf, openAlerts) : say.nobody}
    >
      <option value="">{say.choose}</option>
      {colleagues.map((one) => (
        <option key={one.id} value={one.id}>
          {one.name}
        </option>
      ))}
    </SelectField>
  )
}

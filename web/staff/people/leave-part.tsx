import { useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { Button } from '../../kit/button.tsx'
import { SelectField } from '../../kit/field.tsx'
import { useWords } from '../../kit/words.tsx'
import { FormProblem } from '../sign-in/door.tsx'
import { fieldsOf } from '../sign-in/fields.ts'
import { usePeopleAct } from './act.ts'
import { leave, leaving, type Person } from './queries.ts'
import { words } from './words.ts'

/** Leaving: what would be nobody's goes to a colleague first. */
export function LeavePart({ person }: { person: Person }) {
  const say = useWords(words)
  const { data: left } = useQuery(leaving(person.id))
  const act = usePeopleAct((handOverTo: string | null) => leave(person.id, handOverTo))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    act.run(fieldsOf(event.currentTarget, ['handOverTo']).handOverTo || null)
  }
  const needsColleague = left && left.leadClinicianOf + left.openAlerts > 0
  return (
    <section className="dialog-part">
      <h3>{say.leaveTitle}</h3>
      <p>{say.leaveAbout}</p>
      <form onSubmit={submit}>
        {needsColleague ? (
          <SelectField
            label={say.handOver}
            name="handOverTo"
            hint={
              left.colleagues.length > 0
                ? say.handOverAbout(left.leadClinicianOf, left.openAlerts)
                : say.nobody
            }
          >
            <option value="">{say.choose}</option>
            {left.colleagues.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
        ) : null}
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

import type { FormEvent } from 'react'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { useWords } from '../../kit/words.tsx'
import { FormProblem } from '../sign-in/door.tsx'
import { fieldsOf } from '../sign-in/fields.ts'
import { usePeopleAct } from './act.ts'
import { type Person, setRecordNumber } from './queries.ts'
import { words } from './words.ts'

/** As whom the record system knows a colleague: by this number it opens patients here for them. */
export function RecordPart({ person }: { person: Person }) {
  const say = useWords(words)
  const act = usePeopleAct((recordNumber: string | null) => setRecordNumber(person.id, recordNumber))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    act.run(fieldsOf(event.currentTarget, ['recordNumber']).recordNumber.trim() || null)
  }
  return (
    <section className="dialog-part">
      <h3>{say.recordTitle}</h3>
      <p>{say.recordAbout}</p>
      <form onSubmit={submit} className="dialog-row">
        <TextField
          label={say.recordNumber}
          name="recordNumber"
          autoComplete="off"
          maxLength={100}
          defaultValue={person.recordNumber ?? ''}
          error={act.errorOf('recordNumber')}
        />
        <Button type="submit" look="soft" disabled={act.busy}>
          {say.save}
        </Button>
      </form>
      <p role="status" className="quiet small">
        {act.made ? say.saved : ''}
      </p>
      <FormProblem>{act.problem}</FormProblem>
    </section>
  )
}

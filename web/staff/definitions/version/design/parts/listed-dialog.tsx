import { useState } from 'react'
import { applied } from '../../../../../../core/design/apply.ts'
import type { Draft } from '../../../../../../core/design/draft.ts'
import type { Told } from '../../../../../../core/design/faults.ts'
import type { Context, Listed } from '../../../../../../core/design/part.ts'
import type { OutcomeSet } from '../../../../../../core/outcome-sets/outcome-set.ts'
import { titleForStaff } from '../../../../../../core/outcome-sets/staff-title.ts'
import { Button } from '../../../../../kit/button.tsx'
import { useLocal, useWords } from '../../../../../kit/words.tsx'
import { FormDialog } from './form-dialog.tsx'
import { PartForm } from './part-form.tsx'
import { partWords } from './part-words.ts'
import { removedOrWhy, Stays, type Why } from './stays.tsx'
import type { Ways } from './ways.ts'

type ListedProps = Ways & {
  context: Context
  change: (set: OutcomeSet) => void
  close: () => void
  part: Listed
  /** Null for a new one. */
  id: string | null
  told: Told | null
}

/** One of a list of a set: made, changed, or taken away where nothing needs it any more. */
export function ListedDialog({ part, id, context, change, close, takeAway, lead, told }: ListedProps) {
  const say = useWords(partWords)
  const local = useLocal()
  const [stays, setStays] = useState<Why | null>(null)
  const known = part.read(context.set).find((one) => one.id === id)
  const name = local(known ? titleForStaff(known) : part.fresh.title)
  const remove = (one: string) => {
    const done = removedOrWhy(part, context, one)
    if ('set' in done) takeAway(done.set, name)
    else setStays(done)
  }
  return (
    <FormDialog title={name} close={close}>
      {(changed, leave) => (
        <PartForm
          changed={changed}
          about={part.about}
          fieldsOf={(draft) => part.fields(draft, context)}
          first={known ?? part.fresh.draft(context)}
          told={known ? told : null}
          check={(draft) => wrongOf(part, context, draft)}
          apply={(draft) => {
            const done = applied(part, context, draft)
            if ('set' in done) change(done.set)
          }}
          go={say.apply}
          note={
            stays ? (
              <Stays
                {...stays}
                name={name}
                lead={(at) => leave(() => lead(at))}
                takeAlong={(set) => takeAway(set, name)}
              />
            ) : null
          }
        >
          {known ? (
            <Button look="text" onClick={() => remove(known.id)}>
              {say.remove}
            </Button>
          ) : null}
        </PartForm>
      )}
    </FormDialog>
  )
}

function wrongOf(part: Listed, context: Context, draft: Draft): readonly string[] {
  const done = applied(part, context, draft)
  return 'wrong' in done ? done.wrong : []
}

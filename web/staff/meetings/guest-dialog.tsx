import '../people/dialogs.css'
import { type FormEvent, useState } from 'react'
import type { Meeting } from '../../../core/meetings/meeting.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { SelectField, TextField } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { useLanguage, useWords } from '../../kit/words.tsx'
import { useFormProblem } from '../form-problem.ts'
import { names } from '../names.ts'
import { GivenLink } from '../people/given-link.tsx'
import { kindWords } from './kind-words.ts'
import { askGuest, useAct } from './queries.ts'
import { words } from './words.ts'

const PROFESSIONS = ['physician', 'surgeon', 'nurse-specialist', 'nurse', 'physiotherapist', 'other'] as const

/** Asks somebody of elsewhere: a guest to an MDO, who speaks for patients to any other meeting. */
export function GuestDialog({ meeting, close }: { meeting: Meeting; close: () => void }) {
  const say = useWords(kindWords)
  const house = useWords(words)
  const [link, give] = useState<string | null>(null)
  const act = useAct(askGuest, { ...house.problems, ...say.problems }, say.asked)
  const isMdo = meeting.kind === 'mdo'
  const problem = useFormProblem(act.error, say.problems)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const guest = {
      id: meeting.id,
      name: formText(form, 'name'),
      email: formText(form, 'email'),
      profession: isMdo ? formText(form, 'profession') : 'patient-representative',
      language: formText(form, 'language') === 'en' ? ('en' as const) : ('nl' as const),
      comesFrom: formText(form, 'comesFrom'),
    }
    act.mutate(guest, { onSuccess: (made) => (made.link ? give(made.link) : close()) })
  }
  return (
    <Dialog title={isMdo ? say.askGuest : say.askRepresentative} closeLabel={house.close} close={close}>
      {link ? (
        <div className="dialog-part">
          <GivenLink link={link} />
        </div>
      ) : (
        <form onSubmit={submit} noValidate>
          <p className="small">{isMdo ? say.guestAbout : say.representativeAbout}</p>
          <Fields isMdo={isMdo} problemOf={problem.of} />
          <p className="dialog-acts">
            <Button type="submit" look="primary" size="page" disabled={act.isPending}>
              {say.send}
            </Button>
            <Button look="text" onClick={close}>
              {house.cancel}
            </Button>
          </p>
        </form>
      )}
    </Dialog>
  )
}

type FieldsProps = { isMdo: boolean; problemOf: (field: string) => string | undefined }

function Fields({ isMdo, problemOf }: FieldsProps) {
  const say = useWords(kindWords)
  const { professions } = useWords(names)
  const { language } = useLanguage()
  return (
    <>
      <TextField label={say.guestName} name="name" maxLength={120} error={problemOf('name')} />
      <TextField
        label={say.guestEmail}
        name="email"
        type="email"
        maxLength={254}
        error={problemOf('email')}
      />
      <TextField label={say.guestFrom} name="comesFrom" maxLength={120} error={problemOf('comesFrom')} />
      {isMdo ? (
        <SelectField label={say.guestProfession} name="profession">
          {PROFESSIONS.map((one) => (
            <option key={one} value={one}>
              {professions[one]}
            </option>
          ))}
        </SelectField>
      ) : null}
      <SelectField label={say.guestLanguage} name="language" defaultValue={language}>
        <option value="nl">Nederlands</option>
        <option value="en">English</option>
      </SelectField>
    </>
  )
}

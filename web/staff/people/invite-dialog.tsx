import type { FormEvent } from 'react'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { SelectField, TextField } from '../../kit/field.tsx'
import { useLanguage, useWords } from '../../kit/words.tsx'
import { names } from '../names.ts'
import { FormProblem } from '../sign-in/door.tsx'
import { fieldsOf } from '../sign-in/fields.ts'
import { usePeopleAct } from './act.ts'
import { GivenLink } from './given-link.tsx'
import { invite } from './queries.ts'
import { RoleFields, roleOf } from './role-fields.tsx'
import { words } from './words.ts'

/** Invites a colleague with a first role. */
export function InviteDialog({ close }: { close: () => void }) {
  const say = useWords(words)
  const act = usePeopleAct(invite)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const { language, ...person } = fieldsOf(form, ['name', 'email', 'profession', 'language'])
    act.run({ ...person, language: language === 'en' ? 'en' : 'nl', roles: [roleOf(form)] })
  }
  return (
    <Dialog title={say.invite} closeLabel={say.cancel} close={close}>
      {act.made ? (
        <div className="dialog-part">
          <GivenLink link={act.made.link} />
        </div>
      ) : (
        <form onSubmit={submit} noValidate>
          <PersonFields error={act.errorOf} />
          <RoleFields />
          <FormProblem>{act.problem}</FormProblem>
          <p className="dialog-row dialog-end">
            <Button type="submit" look="primary" size="page" disabled={act.busy}>
              {say.send}
            </Button>
            <Button look="text" onClick={close}>
              {say.cancel}
            </Button>
          </p>
        </form>
      )}
    </Dialog>
  )
}

function PersonFields({ error }: { error: (field: string) => string | undefined }) {
  const say = useWords(words)
  const { professions } = useWords(names)
  const { language } = useLanguage()
  return (
    <>
      <TextField label={say.name} name="name" autoComplete="off" data-autofocus error={error('name')} />
      <TextField label={say.email} name="email" type="email" autoComplete="off" error={error('email')} />
      <SelectField label={say.profession} name="profession">
        {Object.entries(professions).map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField label={say.language} name="language" defaultValue={language}>
        <option value="nl">{say.languages.nl}</option>
        <option value="en">{say.languages.en}</option>
      </SelectField>
    </>
  )
}

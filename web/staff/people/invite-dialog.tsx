import { type FormEvent, useState } from 'react'
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
import { FIRST_ROLE, isTeamRole, RoleFields, roleOf } from './role-fields.tsx'
import { words } from './words.ts'

/** Invites a colleague with a first role. */
export function InviteDialog({ close }: { close: () => void }) {
  const say = useWords(words)
  const act = usePeopleAct(invite)
  const [role, setRole] = useState<string>(FIRST_ROLE)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const { language, profession, ...person } = fieldsOf(form, ['name', 'email', 'profession', 'language'])
    act.run({
      ...person,
      // Outside a team what somebody does here is their profession; in one, patients read who looked.
      profession: isTeamRole(role) ? profession : role,
      language: language === 'en' ? 'en' : 'nl',
      roles: [roleOf(form)],
    })
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
          <RoleFields onRole={setRole} />
          {isTeamRole(role) ? <ProfessionField error={act.errorOf('profession')} /> : null}
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
  const { language } = useLanguage()
  return (
    <>
      <TextField label={say.name} name="name" autoComplete="off" data-autofocus error={error('name')} />
      <TextField label={say.email} name="email" type="email" autoComplete="off" error={error('email')} />
      <SelectField label={say.language} name="language" defaultValue={language}>
        <option value="nl">{say.languages.nl}</option>
        <option value="en">{say.languages.en}</option>
      </SelectField>
    </>
  )
}

/** Chosen, never assumed: patients read it beside who looked at their answers. */
function ProfessionField({ error }: { error: string | undefined }) {
  const say = useWords(words)
  const { professions } = useWords(names)
  return (
    <SelectField label={say.profession} name="profession" defaultValue="" error={error}>
      <option value="">{say.chooseProfession}</option>
      {Object.entries(professions).map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  )
}

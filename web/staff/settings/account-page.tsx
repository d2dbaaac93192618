import '../sign-in/door.css'
import './settings.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { SelectField, TextField } from '../../kit/field.tsx'
import { Page } from '../../kit/frame.tsx'
import { useWords } from '../../kit/words.tsx'
import { names } from '../names.ts'
import { me } from '../queries.ts'
import { BackupCodes } from '../sign-in/backup-codes.tsx'
import { FormProblem } from '../sign-in/door.tsx'
import { fieldsOf } from '../sign-in/fields.ts'
import { words as linkWords } from '../sign-in/link-words.ts'
import { PhoneSetup } from '../sign-in/phone-setup.tsx'
import { Saved } from './organisation-part.tsx'
import {
  changeClinicMail,
  changeFactor,
  changeLanguage,
  changePassword,
  offerFactor,
  useChange,
} from './queries.ts'
import { words } from './words.ts'

/** One's own password, phone, language and mail. */
export function AccountPage() {
  const say = useWords(words)
  const { roles } = useWords(names)
  const { data: who } = useSuspenseQuery(me)
  return (
    <Page title={say.account} about={`${who.staff.name} · ${say.accountAbout}`}>
      <p>
        {say.yourRoles}: {who.roles.map((role) => roles[role]).join(', ')}
      </p>
      <PasswordPart />
      <PhonePart />
      <LanguagePart language={who.staff.language} />
      {who.permissions.includes('clinic:read') && <ClinicMailPart wanted={who.staff.clinicMail} />}
    </Page>
  )
}

function PasswordPart() {
  const say = useWords(words)
  const { problems } = useWords(linkWords)
  const change = useChange(changePassword, { problems })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    change.run(fieldsOf(event.currentTarget, ['current', 'password']))
  }
  return (
    <section className="section settings-part">
      <h2>{say.password}</h2>
      <form onSubmit={submit} noValidate>
        <TextField label={say.current} name="current" type="password" autoComplete="current-password" />
        <TextField
          label={say.fresh}
          hint={say.freshHint}
          name="password"
          type="password"
          autoComplete="new-password"
          error={change.errorOf('password')}
        />
        <FormProblem>{change.problem}</FormProblem>
        <div className="settings-end">
          <Button type="submit" look="primary" size="page" disabled={change.busy}>
            {say.changePassword}
          </Button>
          <Saved shown={change.isDone} text={say.passwordChanged} />
        </div>
      </form>
    </section>
  )
}

function PhonePart() {
  const say = useWords(words)
  const { problems } = useWords(linkWords)
  const offer = useChange(offerFactor)
  const change = useChange(changeFactor, { problems })
  const [seen, setSeen] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { current, code } = fieldsOf(event.currentTarget, ['current', 'code'])
    change.run({ current, code: code.replaceAll(/\s/g, '') })
  }
  if (change.made && !seen)
    return (
      <section className="section settings-part">
        <h2>{say.codesTitle}</h2>
        <BackupCodes codes={change.made.backupCodes} done={() => setSeen(true)} />
      </section>
    )
  return (
    <section className="section settings-part">
      <h2>{say.phone}</h2>
      <p>{say.phoneAbout}</p>
      {offer.made && !change.made ? (
        <form onSubmit={submit} noValidate>
          <PhoneSetup
            picture={offer.made.picture}
            secretKey={offer.made.key}
            error={change.errorOf('code')}
          />
          <TextField label={say.current} name="current" type="password" autoComplete="current-password" />
          <FormProblem>{change.problem}</FormProblem>
          <div className="settings-end">
            <Button type="submit" look="soft" size="page" disabled={change.busy}>
              {say.pair}
            </Button>
          </div>
        </form>
      ) : (
        <div className="settings-end">
          <Button look="soft" size="page" onClick={() => offer.run(undefined)} disabled={offer.busy}>
            {say.begin}
          </Button>
        </div>
      )}
    </section>
  )
}

function LanguagePart({ language }: { language: 'nl' | 'en' }) {
  const say = useWords(words)
  const change = useChange(changeLanguage)
  return (
    <section className="section settings-part">
      <h2>{say.yourLanguage}</h2>
      <SelectField
        label={say.yourLanguage}
        hint={say.yourLanguageHint}
        value={language}
        onChange={(event) => change.run(event.target.value === 'en' ? 'en' : 'nl')}
      >
        <option value="nl">{say.languages.nl}</option>
        <option value="en">{say.languages.en}</option>
      </SelectField>
    </section>
  )
}

function ClinicMailPart({ wanted }: { wanted: boolean }) {
  const say = useWords(words)
  const change = useChange(changeClinicMail)
  return (
    <section className="section settings-part">
      <h2>{say.yourMail}</h2>
      <p>{say.yourMailAbout}</p>
      <label>
        <input
          type="checkbox"
          checked={change.busy ? !wanted : wanted}
          disabled={change.busy}
          onChange={() => change.run(!wanted)}
        />{' '}
        {say.wantsMail}
      </label>
    </section>
  )
}

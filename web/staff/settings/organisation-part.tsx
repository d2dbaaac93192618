import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { areQuietDays, quietDaysIn, sayQuietDays } from '../../../core/time/quiet-days.ts'
import { Button } from '../../kit/button.tsx'
import { SelectField, TextField } from '../../kit/field.tsx'
import { Loading, Trouble } from '../../kit/states.tsx'
import { Sign } from '../../kit/symbols.tsx'
import { useLanguage, useWords } from '../../kit/words.tsx'
import { FormProblem } from '../sign-in/door.tsx'
import { fieldsOf } from '../sign-in/fields.ts'
import { ZoneField } from '../sign-in/zone-field.tsx'
import { changeOrganisation, organisation, useChange } from './queries.ts'
import { words } from './words.ts'

const NAMES = [
  'name',
  'timeZone',
  'language',
  'urgentPhone',
  'confirmBirthDate',
  'sendFrom',
  'sendUntil',
  'quietDays',
  'thanks',
  'answersFrom',
  'aloneFrom',
] as const

export function OrganisationPart() {
  const say = useWords(words)
  const { data, error, refetch } = useQuery(organisation)
  const change = useChange(changeOrganisation)
  const [unread, setUnread] = useState(false)
  const { language: speaks } = useLanguage()
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { confirmBirthDate, language, thanks, quietDays, answersFrom, aloneFrom, ...fields } = fieldsOf(
      event.currentTarget,
      NAMES,
    )
    const days = quietDaysIn(quietDays)
    const isRead = days !== null && areQuietDays(days)
    setUnread(!isRead)
    if (!isRead) return
    change.run({
      ...fields,
      quietDays: days,
      thanks: thanks === 'yes',
      answersFrom: Number(answersFrom),
      aloneFrom: Number(aloneFrom),
      language: language === 'en' ? 'en' : 'nl',
      confirmBirthDate: confirmBirthDate === 'yes',
    })
  }
  return (
    <section className="section settings-part" id="organisation">
      <h2>{say.organisation}</h2>
      <form onSubmit={submit} noValidate>
        <TextField
          label={say.name}
          hint={say.nameHint}
          name="name"
          defaultValue={data.name}
          error={change.errorOf('name')}
        />
        <TextField
          label={say.urgentPhone}
          hint={say.urgentPhoneHint}
          name="urgentPhone"
          type="tel"
          defaultValue={data.urgentPhone}
          error={change.errorOf('urgentPhone')}
        />
        <div className="settings-row">
          <TextField
            label={say.sendFrom}
            name="sendFrom"
            defaultValue={data.sendFrom}
            error={change.errorOf('sendFrom')}
          />
          <TextField
            label={say.sendUntil}
            name="sendUntil"
            defaultValue={data.sendUntil}
            error={change.errorOf('sendUntil')}
          />
        </div>
        <TextField
          label={say.quietDays}
          hint={say.quietDaysHint}
          name="quietDays"
          defaultValue={sayQuietDays(data.quietDays, speaks)}
          error={unread ? say.quietDaysWrong : change.errorOf('quietDays')}
        />
        <SelectField
          label={say.thanks}
          hint={say.thanksHint}
          name="thanks"
          defaultValue={data.thanks ? 'yes' : 'no'}
        >
          <option value="yes">{say.yes}</option>
          <option value="no">{say.no}</option>
        </SelectField>
        <ZoneField label={say.zone} value={data.timeZone} />
        <SelectField label={say.language} name="language" defaultValue={data.language}>
          <option value="nl">{say.languages.nl}</option>
          <option value="en">{say.languages.en}</option>
        </SelectField>
        <SelectField
          label={say.birthDate}
          hint={say.birthDateHint}
          name="confirmBirthDate"
          defaultValue={data.confirmBirthDate ? 'yes' : 'no'}
        >
          <option value="yes">{say.yes}</option>
          <option value="no">{say.no}</option>
        </SelectField>
        <AgeFields data={data} errorOf={change.errorOf} />
        <FormProblem>{change.problem}</FormProblem>
        <div className="settings-end">
          <Button type="submit" look="primary" size="page" disabled={change.busy}>
            {say.save}
          </Button>
          <Saved shown={change.isDone} text={say.saved} />
        </div>
      </form>
    </section>
  )
}

type AgesProps = {
  data: { answersFrom: number; aloneFrom: number }
  errorOf: (name: string) => string | undefined
}

/** From which age a child answers, and from which age a parent no longer does. */
function AgeFields({ data, errorOf }: AgesProps) {
  const say = useWords(words)
  return (
    <div className="settings-row">
      <TextField
        label={say.answersFrom}
        hint={say.agesHint}
        name="answersFrom"
        inputMode="numeric"
        defaultValue={data.answersFrom}
        error={errorOf('answersFrom')}
      />
      <TextField
        label={say.aloneFrom}
        hint={say.aloneFromHint}
        name="aloneFrom"
        inputMode="numeric"
        defaultValue={data.aloneFrom}
        error={errorOf('aloneFrom')}
      />
    </div>
  )
}

/** Says that a change was kept. */
export const Saved = ({ shown, text }: { shown: boolean; text: string }) => (
  <span role="status">
    {shown ? (
      <span className="status better">
        <Sign name="done" /> {text}
      </span>
    ) : null}
  </span>
)

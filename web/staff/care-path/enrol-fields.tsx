import { patientLanguages } from '../../../core/words.ts'
import { SelectField, TextField } from '../../kit/field.tsx'
import { useLanguage, useLocal, useWords } from '../../kit/words.tsx'
import { words } from './enrol-words.ts'
import type { TeamOptions } from './queries.ts'

/** What is wrong with a field, by its place in the request. */
type ErrorOf = (field: string) => string | undefined

/** What belongs to the care path of a team. */
export function PathFields({
  team: { sided, treatmentOptions, clinicians },
  error,
}: {
  team: TeamOptions
  error: ErrorOf
}) {
  const say = useWords(words)
  const local = useLocal()
  return (
    <>
      {sided ? (
        <SelectField label={say.side} name="side" required defaultValue="" error={error('side')}>
          <option value="" disabled>
            {say.notChosen}
          </option>
          {(['left', 'right', 'both'] as const).map((side) => (
            <option key={side} value={side}>
              {say.sides[side]}
            </option>
          ))}
        </SelectField>
      ) : null}
      <SelectField label={say.treatment} name="treatmentOption">
        <option value="">{say.notChosen}</option>
        {treatmentOptions.map(({ id, title }) => (
          <option key={id} value={id}>
            {local(title)}
          </option>
        ))}
      </SelectField>
      <SelectField label={say.lead} name="leadClinicianId">
        <option value="">{say.notChosen}</option>
        {clinicians.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
    </>
  )
}

/** Who it is. */
export function PersonFields({ error: of }: { error: ErrorOf }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const error = (field: string) => of(`patient.${field}`)
  return (
    <>
      <TextField
        label={say.number}
        name="number"
        required
        maxLength={64}
        autoComplete="off"
        error={error('number')}
      />
      <TextField
        label={say.birthDate}
        name="birthDate"
        type="date"
        required
        min="1890-01-01"
        error={error('birthDate')}
      />
      <TextField
        label={say.givenName}
        name="givenName"
        required
        maxLength={100}
        autoComplete="off"
        error={error('givenName')}
      />
      <TextField
        label={say.familyName}
        name="familyName"
        required
        maxLength={100}
        autoComplete="off"
        error={error('familyName')}
      />
      <SelectField label={say.sex} name="sex" defaultValue="unknown">
        {(['female', 'male', 'other', 'unknown'] as const).map((sex) => (
          <option key={sex} value={sex}>
            {say.sexes[sex]}
          </option>
        ))}
      </SelectField>
      <SelectField label={say.language} name="language" defaultValue={language}>
        {patientLanguages.map((one) => (
          <option key={one} value={one}>
            {say.languages[one]}
          </option>
        ))}
      </SelectField>
      <TextField
        label={say.email}
        hint={say.emailHint}
        name="email"
        type="email"
        maxLength={254}
        autoComplete="off"
        error={error('email')}
      />
      <TextField
        label={say.phone}
        name="phone"
        type="tel"
        maxLength={32}
        autoComplete="off"
        error={error('phone')}
      />
    </>
  )
}

import type { Fault } from '../../../../../core/definitions/definition-text.ts'
import type { Licence } from '../../../../../core/instruments/instrument.ts'
import { TextField } from '../../../../kit/field.tsx'
import { formText } from '../../../../kit/form-text.ts'
import { useLocal, useWords } from '../../../../kit/words.tsx'
import { FormProblem } from '../../../sign-in/door.tsx'
import { wholeSentence } from '../faults.tsx'
import { languageNames } from '../simulator-words.ts'
import { wordingWords } from './words.ts'

/** A fault of the licence is told at its field; what no field here can mend is told below. */
const FIELDS = [
  'owner',
  'agreementId',
  'validFrom',
  'validTo',
  'evidenceUrl',
  'attributionText',
  'electronicAllowed',
]
type Placed = { at: string }
const fieldOf = ({ at }: Placed) => FIELDS.find((field) => at === `licence.${field}`)
export const isAtField = (fault: Placed) => fieldOf(fault) !== undefined

type FieldsProps = { licence: Licence; faults: readonly Fault[] }

/** Under which licence this site may ask these words, with what is wrong with it. */
export function LicenceFields({ licence, faults }: FieldsProps) {
  const say = useWords(wordingWords)
  const local = useLocal()
  const errorAt = (field: string) => {
    const fault = faults.find((one) => fieldOf(one) === field)
    return fault ? local(wholeSentence(fault.message)) : undefined
  }
  const { owner, agreementId, validFrom, validTo, evidenceUrl, attributionText, electronicAllowed } = licence
  return (
    <>
      <TextField label={say.owner} name="owner" defaultValue={owner} error={errorAt('owner')} required />
      <TextField
        label={say.agreement}
        hint={say.agreementHint}
        name="agreementId"
        defaultValue={agreementId ?? ''}
        error={errorAt('agreementId')}
      />
      <TextField
        label={say.from}
        name="validFrom"
        type="date"
        defaultValue={validFrom ?? ''}
        error={errorAt('validFrom')}
      />
      <TextField
        label={say.until}
        name="validTo"
        type="date"
        defaultValue={validTo ?? ''}
        error={errorAt('validTo')}
      />
      <TextField
        label={say.evidence}
        name="evidenceUrl"
        type="url"
        defaultValue={evidenceUrl ?? ''}
        error={errorAt('evidenceUrl')}
      />
      {(['nl', 'en'] as const).map((language) => (
        <TextField
          key={language}
          label={say.attribution(languageNames[language])}
          name={`attribution-${language}`}
          defaultValue={attributionText?.[language] ?? ''}
          error={errorAt('attributionText')}
        />
      ))}
      <label className="version-tick">
        <input
          type="checkbox"
          name="electronicAllowed"
          value="yes"
          defaultChecked={electronicAllowed}
          aria-invalid={errorAt('electronicAllowed') ? true : undefined}
        />{' '}
        {say.electronic}
      </label>
      <FormProblem>{errorAt('electronicAllowed') ?? null}</FormProblem>
    </>
  )
}

/** The licence as it was filled in; what stays empty is not there, and one line for the owner does for both languages. */
export function licenceIn(form: FormData, known: Licence, languages: readonly string[]): Licence {
  const { agreementId: _a, validFrom: _f, validTo: _t, evidenceUrl: _e, attributionText: _l, ...rest } = known
  const given = (name: 'agreementId' | 'validFrom' | 'validTo' | 'evidenceUrl') => {
    const text = formText(form, name)
    return text ? { [name]: text } : {}
  }
  const [nl, en] = [formText(form, 'attribution-nl'), formText(form, 'attribution-en')]
  return {
    ...rest,
    owner: formText(form, 'owner'),
    ...given('agreementId'),
    ...given('validFrom'),
    ...given('validTo'),
    ...given('evidenceUrl'),
    ...(nl || en ? { attributionText: { nl: nl || en, en: en || nl } } : {}),
    languages: [...languages],
    electronicAllowed: form.has('electronicAllowed'),
  }
}

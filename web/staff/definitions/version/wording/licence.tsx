import type { Licence } from '../../../../../core/instruments/instrument.ts'
import { TextField } from '../../../../kit/field.tsx'
import { formText } from '../../../../kit/form-text.ts'
import { useWords } from '../../../../kit/words.tsx'
import { languageNames } from '../simulator-words.ts'
import { wordingWords } from './words.ts'

/** Under which licence this site may ask these words. */
export function LicenceFields({ licence }: { licence: Licence }) {
  const say = useWords(wordingWords)
  const { owner, agreementId, validFrom, validTo, evidenceUrl, attributionText, electronicAllowed } = licence
  return (
    <>
      <TextField label={say.owner} name="owner" defaultValue={owner} required />
      <TextField
        label={say.agreement}
        hint={say.agreementHint}
        name="agreementId"
        defaultValue={agreementId ?? ''}
      />
      <TextField label={say.from} name="validFrom" type="date" defaultValue={validFrom ?? ''} />
      <TextField label={say.until} name="validTo" type="date" defaultValue={validTo ?? ''} />
      <TextField label={say.evidence} name="evidenceUrl" type="url" defaultValue={evidenceUrl ?? ''} />
      {(['nl', 'en'] as const).map((language) => (
        <TextField
          key={language}
          label={say.attribution(languageNames[language])}
          name={`attribution-${language}`}
          defaultValue={attributionText?.[language] ?? ''}
        />
      ))}
      <label className="version-tick">
        <input type="checkbox" name="electronicAllowed" value="yes" defaultChecked={electronicAllowed} />{' '}
        {say.electronic}
      </label>
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

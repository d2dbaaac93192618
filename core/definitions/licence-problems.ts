import { type Instrument, isOthersWording, type Licence } from '../instruments/instrument.ts'
import type { DefinitionProblem } from '../outcome-sets/outcome-set-problems.ts'

/** Wording of others is asked only under a licence that says so; the record must be complete before it can be. */
export function licenceProblems(instrument: Instrument): DefinitionProblem[] {
  const { form, licence } = instrument
  if (form === null || !isOthersWording(instrument)) return []
  const needed = [
    ...(licence.class === 'X'
      ? [missing('class', 'the owner refuses this use; the wording cannot be installed')]
      : []),
    ...(licence.electronicAllowed
      ? []
      : [
          missing(
            'electronicAllowed',
            'the licence must allow electronic use before the wording is asked on a screen',
          ),
        ]),
    ...(needsAgreement(licence) && !licence.agreementId
      ? [missing('agreementId', 'write the number or date of your agreement with the owner')]
      : []),
    ...(licence.class === 'A' || licence.attributionText
      ? []
      : [
          missing('attributionText', 'write the line that names the owner; it is shown under every question'),
        ]),
  ]
  return [...needed, ...periodProblems(licence), ...languageProblems(licence, form)]
}

const missing = (field: string, message: string): DefinitionProblem => ({ path: ['licence', field], message })

const needsAgreement = (licence: Licence) => licence.class === 'C' || licence.class === 'D'

function periodProblems({ validFrom, validTo }: Licence): DefinitionProblem[] {
  if (!validFrom || !validTo || validFrom <= validTo) return []
  return [missing('validTo', 'the licence ends before it begins')]
}

/** A licence names the languages it is for; the form has no other. */
function languageProblems(
  { languages }: Licence,
  form: NonNullable<Instrument['form']>,
): DefinitionProblem[] {
  if (!languages) return []
  const written = Object.keys(form.pages[0]?.elements[0]?.title ?? {})
  return written
    .filter((language) => !languages.includes(language))
    .map((language) =>
      missing('languages', `the wording is there in "${language}", for which the licence is not`),
    )
}

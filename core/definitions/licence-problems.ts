import { type Instrument, isOthersWording, type Licence } from '../instruments/instrument.ts'
import { type DefinitionProblem, problem } from '../problem.ts'

/** Wording of others is asked only under a licence that says so; the record must be complete before it can be. */
export function licenceProblems(instrument: Instrument): DefinitionProblem[] {
  const { form, licence } = instrument
  if (form === null || !isOthersWording(instrument)) return []
  const needed = [
    ...(licence.class === 'X'
      ? [
          missing(
            'class',
            'de eigenaar weigert dit gebruik; de vraagtekst kan niet geplaatst worden',
            'the owner refuses this use; the wording cannot be installed',
          ),
        ]
      : []),
    ...(licence.electronicAllowed
      ? []
      : [
          missing(
            'electronicAllowed',
            'de licentie moet gebruik op een scherm toestaan voordat de tekst daar gevraagd wordt',
            'the licence must allow electronic use before the wording is asked on a screen',
          ),
        ]),
    ...(needsAgreement(licence) && !licence.agreementId
      ? [
          missing(
            'agreementId',
            'schrijf het nummer of de datum van uw overeenkomst met de eigenaar op',
            'write the number or date of your agreement with the owner',
          ),
        ]
      : []),
    ...(licence.class === 'A' || licence.attributionText
      ? []
      : [
          missing(
            'attributionText',
            'schrijf de regel die de eigenaar noemt; die staat onder elke vraag',
            'write the line that names the owner; it is shown under every question',
          ),
        ]),
  ]
  return [...needed, ...periodProblems(licence), ...languageProblems(licence, form)]
}

const missing = (field: string, nl: string, en: string) => problem(['licence', field], nl, en)

const needsAgreement = (licence: Licence) => licence.class === 'C' || licence.class === 'D'

function periodProblems({ validFrom, validTo }: Licence): DefinitionProblem[] {
  if (!validFrom || !validTo || validFrom <= validTo) return []
  return [
    missing(
      'validTo',
      'de licentie eindigt voordat zij begint; verbeter een van de datums',
      'the licence ends before it begins; correct one of the dates',
    ),
  ]
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
      missing(
        'languages',
        `de vraagtekst is er in "${language}", en daarvoor geldt de licentie niet; haal die tekst weg, of noem de taal`,
        `the wording is there in "${language}", for which the licence is not; take it out, or name the language`,
      ),
    )
}

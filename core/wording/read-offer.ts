import { capFault } from '../json-caps.ts'
import type { ReadOffer } from '../questionnaire/offered.ts'
import { offerFromFhir } from './from-fhir.ts'
import { offerFromSurveyJs } from './from-surveyjs.ts'

/** The questions in a JSON text: a FHIR Questionnaire or a SurveyJS form, whichever it is. */
export function offerFromJson(text: string, language: string): ReadOffer {
  if (capFault(text)) return { unreadable: 'too_large' }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { unreadable: 'not_json' }
  }
  const isFhir = typeof json === 'object' && json !== null && 'resourceType' in json
  return isFhir ? offerFromFhir(json, language) : offerFromSurveyJs(json, language)
}

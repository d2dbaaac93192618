import type { Item } from '../instruments/instrument.ts'
import type { Texts } from './offered.ts'
import { type AnswerOption, type Coding, type Extension, urls } from './shape.ts'
import { fhirText } from './texts.ts'

/** Whether the answers are words to choose from; a row of numbers is a number. */
export const isCoded = ({ kind }: Item): boolean => kind === 'choice' || kind === 'multiple'

export const codedAnswer = (value: number): Coding => ({ system: urls.answers, code: String(value) })

/** An answer with the number that it counts for, where R4 looks for it. */
export const answerOption = (value: number, texts: Texts | undefined, language: string): AnswerOption => ({
  valueCoding: {
    extension: [{ url: urls.ordinal, valueDecimal: value }],
    ...codedAnswer(value),
    ...fhirText('display', texts, language),
  },
})

/** Where R4 and SDC keep the number that an answer counts for. */
const WEIGHTS: readonly string[] = [
  urls.ordinal,
  'http://hl7.org/fhir/StructureDefinition/itemWeight',
  'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-ordinalValue',
]

/** The number that an answer counts for: as its weight, else its code where that is a number; null where nothing says it. */
export function countsFor(
  { code, extension = [] }: Coding,
  around: readonly Extension[] = [],
): number | null {
  const weight = [...extension, ...around].find(({ url }) => WEIGHTS.includes(url))?.valueDecimal
  return weight ?? (/^-?\d{1,4}$/.test(code ?? '') ? Number(code) : null)
}

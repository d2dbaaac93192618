import type { FormQuestion } from '../form/form.ts'
import { once } from '../memo.ts'
import type { Localised } from '../words.ts'
import type { Instrument } from './instrument.ts'

/** What a value says in the words of the form, for staff; null where the form has no words for it in nl and en. */
export function answerText(instrument: Instrument, key: string, value: number): Localised | null {
  const question = questionsByName(instrument).get(key)
  const text =
    question && 'choices' in question ? question.choices.find((one) => one.value === value)?.text : undefined
  return text?.nl && text.en ? { ...text, nl: text.nl, en: text.en } : null
}

// A page asks this of every answer that it shows.
const questionsByName = once(({ form }: Instrument): ReadonlyMap<string, FormQuestion> => {
  const elements = (form?.pages ?? []).flatMap((page) => page.elements)
  const questions = elements.flatMap((one) => (one.type === 'panel' ? one.elements : [one]))
  return new Map(questions.map((question) => [question.name, question]))
})

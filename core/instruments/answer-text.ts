import type { Localised } from '../words.ts'
import type { Instrument } from './instrument.ts'

/** What a value says in the words of the form, for staff; null where the form has no words for it in nl and en. */
export function answerText({ form }: Instrument, key: string, value: number): Localised | null {
  const questions = (form?.pages ?? []).flatMap(({ elements }) =>
    elements.flatMap((element) => (element.type === 'panel' ? element.elements : [element])),
  )
  const question = questions.find(({ name }) => name === key)
  const text =
    question && 'choices' in question ? question.choices.find((one) => one.value === value)?.text : undefined
  return text?.nl && text.en ? { ...text, nl: text.nl, en: text.en } : null
}

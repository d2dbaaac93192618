import type { Form, FormPage, FormPanel, FormQuestion } from '../form/form.ts'
import type { Instrument } from '../instruments/instrument.ts'

// Which words of an instrument stand in a Questionnaire itself, and are taken out of the definition beside it.

/** An instrument whose texts for patients are elsewhere. */
export function withoutWords({ title: _title, about: _about, form, ...rest }: Instrument) {
  const { attributionText: _attribution, ...licence } = rest.licence
  return { ...rest, licence, form: form && wordlessForm(form) }
}

const wordlessForm = ({ pages, ...form }: Form) => ({ ...form, pages: pages.map(wordlessGroup) })

function wordlessGroup({
  title: _title,
  description: _description,
  elements,
  ...group
}: FormPage | FormPanel): object {
  return {
    ...group,
    elements: elements.map((element) =>
      element.type === 'panel' ? wordlessGroup(element) : wordlessQuestion(element),
    ),
  }
}

function wordlessQuestion({ title: _title, description: _description, ...question }: FormQuestion): object {
  if ('choices' in question) return { ...question, choices: question.choices.map(({ value }) => ({ value })) }
  if (question.type !== 'rating') return question
  const { minRateDescription: _least, maxRateDescription: _most, ...rating } = question
  return rating
}

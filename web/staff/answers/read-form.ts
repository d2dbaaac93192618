import type { EntryView } from '../../../core/answers/paper-entry.ts'
import { typedAnswer } from '../../../core/answers/typed-answer.ts'
import type { ResponseAnswers } from '../../../core/response.ts'
import { formText } from '../../kit/form-text.ts'
import type { Entry } from './queries.ts'

/** The name of a question's field: an instrument's id has no space. */
export const fieldName = ({ instrument, item }: { instrument: string; item: string }) =>
  `${instrument} ${item}`

/** What stands in the form, as the server takes it; empty questions are left out. */
export function readEntryForm(element: HTMLFormElement, view: EntryView): Omit<Entry, 'mode' | 'how'> {
  const form = new FormData(element)
  const answers: ResponseAnswers = {}
  for (const question of view.instruments.flatMap(({ questions }) => questions)) {
    const typed = form.getAll(fieldName(question)).filter((value) => typeof value === 'string')
    const answer = typedAnswer(question.check, typed)
    answers[question.instrument] ??= {}
    if (answer !== null && answer !== '')
      Object.assign(answers[question.instrument] ?? {}, { [question.item]: answer })
  }
  return {
    respondent: formText(form, 'respondent') as Entry['respondent'],
    language: formText(form, 'language'),
    answers,
    topics: form.getAll('topic').filter((topic) => typeof topic === 'string'),
    topicText: formText(form, 'topicText').trim() || null,
    urgent: form.get('urgent') === 'yes',
    replaces: Number(formText(form, 'replaces')) || null,
  }
}

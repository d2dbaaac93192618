// No imports of libraries at run time: the patient's page uses this too.
import { parseCondition } from './condition-parser.ts'
import type { Condition } from './conditions.ts'
import type { Form, FormPage, FormPanel, FormQuestion } from './form.ts'

/** A question with every condition it hangs on: its page's, its panel's and its own. */
export type AskedQuestion = { question: FormQuestion; conditions: Condition[] }

/** The questions of a form in the order in which they are asked. Conditions that do not parse are an error of the definition. */
export function questionsOf(form: Form): AskedQuestion[] {
  return form.pages.flatMap((page) =>
    page.elements.flatMap((element) =>
      element.type === 'panel'
        ? element.elements.map((question) => asked(question, [page, element, question]))
        : [asked(element, [page, element])],
    ),
  )
}

function asked(question: FormQuestion, hangsOn: (FormPage | FormPanel | FormQuestion)[]): AskedQuestion {
  const texts = hangsOn.flatMap(({ visibleIf }) => (visibleIf === undefined ? [] : [visibleIf]))
  return { question, conditions: texts.map(conditionFrom) }
}

function conditionFrom(text: string): Condition {
  const read = parseCondition(text)
  if ('problem' in read) throw new Error(`condition "${text}" cannot be read`)
  return read.condition
}

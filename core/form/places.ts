import type { Form, FormQuestion } from './form.ts'

export type FormPath = (string | number)[]

/** A page, a panel or a question, with its path in the form. */
export type FormPlace = { path: FormPath; visibleIf?: string | undefined; question?: FormQuestion }

/** Pages, panels and questions in the order of the form. */
export function placesIn(form: Form): FormPlace[] {
  return form.pages.flatMap((page, p) => [
    { path: ['pages', p], visibleIf: page.visibleIf },
    ...page.elements.flatMap((element, e): FormPlace[] => {
      const path = ['pages', p, 'elements', e]
      if (element.type !== 'panel') return [placeOf(element, path)]
      const inside = element.elements.map((question, q) => placeOf(question, [...path, 'elements', q]))
      return [{ path, visibleIf: element.visibleIf }, ...inside]
    }),
  ])
}

function placeOf(question: FormQuestion, path: FormPath): FormPlace {
  return { path, visibleIf: question.visibleIf, question }
}

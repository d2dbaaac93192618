import { parseCondition } from '../form/condition-parser.ts'
import type { Condition } from '../form/conditions.ts'
import type { Form, FormQuestion, FormText } from '../form/form.ts'
import { type FormPlace, placesIn } from '../form/places.ts'
import type { Instrument, Item } from '../instruments/instrument.ts'
import type { DefinitionProblem } from '../outcome-sets/outcome-set-problems.ts'

/** The form asks exactly the instrument's items, with the same values in the same order, in the languages it needs. */
export function formMatches(instrument: Instrument): DefinitionProblem[] {
  const { form, items } = instrument
  if (form === null) return instrument.kind === 'own' ? [ownWithoutForm] : []
  const byKey = new Map(items.map((item) => [item.key, item]))
  const places = placesIn(form)
  const names = new Set(places.map(({ question }) => question?.name))
  return [
    ...items.flatMap(({ key }, index) =>
      names.has(key) ? [] : [{ path: ['items', index], message: `"${key}" is not asked in the form` }],
    ),
    ...places.flatMap((place) =>
      placeProblems(place, byKey).map((message) => ({ path: ['form', ...place.path], message })),
    ),
    ...(instrument.kind === 'own' ? languageProblems(form) : []),
  ]
}

function placeProblems({ question, visibleIf }: FormPlace, items: ReadonlyMap<string, Item>): string[] {
  const read = visibleIf === undefined ? null : parseCondition(visibleIf)
  const hangs = read && 'condition' in read ? conditionProblems(read.condition, items) : []
  if (!question) return hangs
  const item = items.get(question.name)
  return [
    ...hangs,
    ...(item ? questionProblems(question, item) : [`"${question.name}" is not an item of this instrument`]),
  ]
}

const ownWithoutForm: DefinitionProblem = {
  path: ['form'],
  message: 'an instrument of our own brings its own wording; only a published one may leave the form out',
}

function questionProblems(question: FormQuestion, item: Item): string[] {
  const values = valuesOf(question)
  const problems: string[] = []
  if (!fits(question, item))
    problems.push(`a question of type "${typeName(question)}" does not fit an item of kind "${item.kind}"`)
  else if (values && 'values' in item && !sameInOrder(values, item.values)) {
    problems.push(
      `the form offers ${values.join(', ')}, the item has ${item.values.join(', ')}; they must be the same in the same order`,
    )
  }
  if (
    item.kind === 'number' &&
    question.type === 'text' &&
    (question.min !== item.min || question.max !== item.max)
  ) {
    problems.push(`the form's "min" and "max" must be the item's: ${item.min} and ${item.max}`)
  }
  if ((question.isRequired ?? false) !== item.required) {
    problems.push(
      `"isRequired" in the form and "required" of the item differ; the item says ${item.required}`,
    )
  }
  return problems
}

function typeName(question: FormQuestion): string {
  return question.type === 'text' ? `text/${question.inputType}` : question.type
}

function fits(question: FormQuestion, { kind }: Item): boolean {
  switch (kind) {
    case 'choice':
      return question.type === 'radiogroup' || question.type === 'dropdown'
    case 'rating':
      return question.type === 'rating' || question.type === 'radiogroup'
    case 'multiple':
      return question.type === 'checkbox'
    case 'text':
      return question.type === 'comment' || typeName(question) === 'text/text'
    case 'number':
    case 'date':
      return typeName(question) === `text/${kind}`
  }
}

function valuesOf(question: FormQuestion): number[] | null {
  if ('choices' in question) return question.choices.map(({ value }) => value)
  if (question.type !== 'rating') return null
  return Array.from({ length: question.rateMax - question.rateMin + 1 }, (_, step) => question.rateMin + step)
}

function sameInOrder(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index])
}

function conditionProblems(condition: Condition, items: ReadonlyMap<string, Item>): string[] {
  if ('parts' in condition) return condition.parts.flatMap((part) => conditionProblems(part, items))
  const kind = items.get(condition.question)?.kind
  if (condition.kind === 'empty' || condition.kind === 'notempty' || kind === undefined) return []
  if (kind === 'text' || kind === 'date')
    return [`a condition can only ask whether {${condition.question}} is empty or notempty`]
  if (kind === 'multiple' && condition.kind === 'compare')
    return [`use "anyof" for {${condition.question}}, which has several answers`]
  return []
}

function languageProblems(form: Form): DefinitionProblem[] {
  return textsIn(form, ['form']).flatMap(({ text, path }) =>
    ['nl', 'en']
      .filter((language) => !Object.hasOwn(text, language))
      .map((language) => ({ path, message: `this text is missing in "${language}"` })),
  )
}

type Place = { text: FormText; path: (string | number)[] }

/** Every text of a form, wherever it stands. A form has been checked against its shape, so texts are the objects without a name of their own. */
function textsIn(value: unknown, path: (string | number)[]): Place[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => textsIn(one, [...path, index]))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    textKeys.has(key) ? [{ text: inner as FormText, path: [...path, key] }] : textsIn(inner, [...path, key]),
  )
}

const textKeys = new Set(['title', 'description', 'text', 'minRateDescription', 'maxRateDescription'])

import { parseCondition } from '../form/condition-parser.ts'
import type { Condition } from '../form/conditions.ts'
import type { Form, FormQuestion, FormText } from '../form/form.ts'
import { type FormPlace, placesIn } from '../form/places.ts'
import type { Instrument, Item } from '../instruments/instrument.ts'
import { type DefinitionProblem, problem, under } from '../problem.ts'

/** The form asks exactly the instrument's items, with the same values in the same order, in the languages it needs. */
export function formMatches(instrument: Instrument): DefinitionProblem[] {
  const { form, items } = instrument
  if (form === null) return instrument.kind === 'own' ? [ownWithoutForm] : []
  const byKey = new Map(items.map((item) => [item.key, item]))
  const places = placesIn(form)
  const names = new Set(places.map(({ question }) => question?.name))
  return [
    ...items.flatMap(({ key }, index) =>
      names.has(key)
        ? []
        : [
            problem(
              ['items', index],
              `"${key}" wordt in het formulier niet gevraagd; voeg de vraag daar toe, of haal haar hier weg`,
              `"${key}" is not asked in the form; add the question there, or take it out here`,
            ),
          ],
    ),
    ...places.flatMap((place) => under(['form', ...place.path], placeProblems(place, byKey))),
    ...(instrument.kind === 'own' ? languageProblems(form) : []),
  ]
}

function placeProblems(
  { question, visibleIf }: FormPlace,
  items: ReadonlyMap<string, Item>,
): DefinitionProblem[] {
  const read = visibleIf === undefined ? null : parseCondition(visibleIf)
  const hangs = read && 'condition' in read ? conditionProblems(read.condition, items) : []
  if (!question) return hangs
  const item = items.get(question.name)
  return [...hangs, ...(item ? questionProblems(question, item) : [notAnItem(question)])]
}

const notAnItem = ({ name }: FormQuestion) =>
  problem(
    [],
    `"${name}" is geen vraag van deze vragenlijst; haal haar weg, of zet haar bij de vragen`,
    `"${name}" is not an item of this instrument; take it out, or add it to the items`,
  )

const ownWithoutForm = problem(
  ['form'],
  'een eigen vragenlijst brengt haar eigen vraagtekst mee; alleen bij een gepubliceerde mag het formulier ontbreken',
  'an instrument of our own brings its own wording; only a published one may leave the form out',
)

function questionProblems(question: FormQuestion, item: Item): DefinitionProblem[] {
  const isRequired = question.isRequired ?? false
  const limits =
    item.kind === 'number' &&
    question.type === 'text' &&
    (question.min !== item.min || question.max !== item.max)
      ? [
          problem(
            [],
            `laagste en hoogste in het formulier moeten die van de vraag zijn: ${item.min} en ${item.max}`,
            `the form's "min" and "max" must be the item's: ${item.min} and ${item.max}`,
          ),
        ]
      : []
  const required =
    isRequired === item.required
      ? []
      : [
          problem(
            [],
            `of deze vraag verplicht is, verschilt tussen het formulier (${isRequired}) en de vraag (${item.required}); maak ze gelijk`,
            `"isRequired" in the form and "required" of the item differ; the item says ${item.required}`,
          ),
        ]
  return [...answerProblems(question, item), ...limits, ...required]
}

function answerProblems(question: FormQuestion, item: Item): DefinitionProblem[] {
  const values = valuesOf(question)
  if (!fits(question, item)) {
    const type = typeName(question)
    const nl = `een formuliervraag van soort "${type}" past niet bij een vraag van soort "${item.kind}"; kies een andere soort`
    const en = `a question of type "${type}" does not fit an item of kind "${item.kind}"; choose another type`
    return [problem([], nl, en)]
  }
  if (!values || !('values' in item) || sameInOrder(values, item.values)) return []
  const [offered, own] = [values.join(', '), item.values.join(', ')]
  const nl = `het formulier biedt ${offered}, de vraag heeft ${own}; maak ze gelijk, in dezelfde volgorde`
  const en = `the form offers ${offered}, the item has ${own}; they must be the same in the same order`
  return [problem([], nl, en)]
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

function conditionProblems(condition: Condition, items: ReadonlyMap<string, Item>): DefinitionProblem[] {
  if ('parts' in condition) return condition.parts.flatMap((part) => conditionProblems(part, items))
  const name = `{${condition.question}}`
  const kind = items.get(condition.question)?.kind
  if (condition.kind === 'empty' || condition.kind === 'notempty' || kind === undefined) return []
  if (kind === 'text' || kind === 'date') {
    const nl = `van ${name} kan een voorwaarde alleen vragen of het antwoord leeg is: "empty" of "notempty"`
    return [problem([], nl, `a condition can only ask whether ${name} is empty or notempty`)]
  }
  if (kind !== 'multiple' || condition.kind !== 'compare') return []
  const nl = `gebruik "anyof" voor ${name}, want daar zijn meer antwoorden mogelijk`
  return [problem([], nl, `use "anyof" for ${name}, which has several answers`)]
}

function languageProblems(form: Form): DefinitionProblem[] {
  return textsIn(form, ['form']).flatMap(({ text, path }) =>
    ['nl', 'en']
      .filter((language) => !Object.hasOwn(text, language))
      .map((language) =>
        problem(
          path,
          `deze tekst ontbreekt in "${language}"; schrijf hem`,
          `this text is missing in "${language}"; write it`,
        ),
      ),
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

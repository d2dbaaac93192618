import fc from 'fast-check'
import { Model } from 'survey-core'
import { expect, test } from 'vitest'
import { checkAnswers } from '../../core/answers/answers.ts'
import { type Place, shownPlaces } from '../../core/answers/walk.ts'
import { type Form, formShape } from '../../core/form/form.ts'
import { questionsOf } from '../../core/form/questions.ts'
import { type Instrument, type Item, instrumentShape } from '../../core/instruments/instrument.ts'
import type { Answer, Answers } from '../../core/response.ts'
import { instrument } from '../support/definitions.ts'

// Whole definitions and whole answers, made by chance: what we show, want and refuse is what SurveyJS would.

const words = (text: string) => ({ nl: text, en: text })
const kinds = ['choice', 'rating', 'multiple', 'number', 'text'] as const
type Kind = (typeof kinds)[number]
type Made = { key: string; kind: Kind; required: boolean; when: string | null }

const VALUES = [0, 1, 2, 3]

const itemOf = ({ key, kind, required }: Made) => ({
  key,
  kind,
  required,
  label: words(key),
  higherIs: 'neutral',
  ...(kind === 'number' ? { min: 0, max: 10, whole: false } : {}),
  ...(kind === 'text' ? { maxLength: 5 } : {}),
  ...(kind === 'choice' || kind === 'rating' || kind === 'multiple' ? { values: VALUES } : {}),
})

const choices = VALUES.map((value) => ({ value, text: words(`${value}`) }))
const asked = {
  choice: { type: 'radiogroup', choices },
  multiple: { type: 'checkbox', choices },
  rating: { type: 'rating', displayMode: 'buttons', rateMin: 0, rateMax: 3 },
  number: { type: 'text', inputType: 'number', min: 0, max: 10 },
  text: { type: 'comment', maxLength: 5 },
} satisfies Record<Kind, object>

const questionOf = ({ key, kind, required, when }: Made) => ({
  ...asked[kind],
  name: key,
  title: words(key),
  isRequired: required,
  ...(when ? { visibleIf: when } : {}),
})

/** A test of a question that was asked before, as its kind allows. */
const testOf = (earlier: readonly Made[]) =>
  fc.constantFrom(...earlier).chain(({ key, kind }) => {
    const empty = fc.constantFrom(`{${key}} empty`, `{${key}} notempty`)
    if (kind === 'text') return empty
    const list = fc
      .uniqueArray(fc.constantFrom(...VALUES), { minLength: 1, maxLength: 3 })
      .map((values) => `{${key}} anyof [${values.join(', ')}]`)
    if (kind === 'multiple') return fc.oneof(empty, list)
    const compared = fc
      .tuple(fc.constantFrom('=', '<>', '>', '>=', '<', '<='), fc.constantFrom(...VALUES))
      .map(([op, value]) => `{${key}} ${op} ${value}`)
    return kind === 'number' ? fc.oneof(empty, compared) : fc.oneof(empty, list, compared)
  })

const conditionOn = (earlier: readonly Made[]) =>
  fc.oneof(
    testOf(earlier),
    fc.tuple(testOf(earlier), fc.constantFrom('and', 'or'), testOf(earlier)).map((parts) => parts.join(' ')),
    fc.tuple(testOf(earlier), testOf(earlier), testOf(earlier)).map(([a, b, c]) => `(${a} or ${b}) and ${c}`),
  )

/** Questions one after the other, each of which may hang on those before it. */
const questions = fc
  .array(fc.record({ kind: fc.constantFrom(...kinds), required: fc.boolean(), hangs: fc.boolean() }), {
    minLength: 2,
    maxLength: 8,
  })
  .chain((drawn) => {
    const made = drawn.map(({ kind, required }, at): Made => ({ key: `q${at}`, kind, required, when: null }))
    const whens = drawn.map(({ hangs }, at) =>
      hangs && at > 0 ? conditionOn(made.slice(0, at)) : fc.constant(null),
    )
    return fc.tuple(...whens).map((chosen) => made.map((one, at) => ({ ...one, when: chosen[at] ?? null })))
  })

/** Pages of two and panels of two: a page's condition may look at what was asked on pages before it. */
const definition = questions.chain((made) => {
  const split = Math.ceil(made.length / 2)
  const [first, second] = [made.slice(0, split), made.slice(split)]
  return fc
    .record({
      page: fc.option(conditionOn(first)),
      panel: fc.option(conditionOn(first)),
      inPanel: fc.boolean(),
    })
    .map(({ page, panel, inPanel }) => {
      const rest = second.map(questionOf)
      const panelled = { type: 'panel', name: 'p', elements: rest, ...(panel ? { visibleIf: panel } : {}) }
      const pages = [
        { name: 'one', elements: first.map(questionOf) },
        ...(rest.length > 0
          ? [{ name: 'two', elements: inPanel ? [panelled] : rest, ...(page ? { visibleIf: page } : {}) }]
          : []),
      ]
      return { made, pages }
    })
})

const answerOf = ({ kind }: Made, isLast: boolean): fc.Arbitrary<Answer | undefined> => {
  const nothing = fc.constant(undefined)
  if (kind === 'multiple') return fc.oneof(nothing, fc.subarray(VALUES, { minLength: 1 }))
  // SurveyJS leaves the length of a text to the browser's field.
  if (kind === 'text') return fc.oneof(nothing, fc.constantFrom('ja', 'nee'))
  // What hangs on an answer that is refused is nobody's business: only the last one may be impossible.
  const numbers = isLast ? [0, 2.5, 10, 11, -1] : [0, 1, 2.5, 3, 10]
  if (kind === 'number') return fc.oneof(nothing, fc.constantFrom(...numbers))
  return fc.oneof(nothing, fc.constantFrom(...VALUES))
}

const cases = definition.chain(({ made, pages }) =>
  fc.tuple(...made.map((one, at) => answerOf(one, at === made.length - 1))).map((given) => ({
    made,
    pages,
    answers: Object.fromEntries(
      made.flatMap(({ key }, at) => (given[at] === undefined ? [] : [[key, given[at]]])),
    ),
  })),
)

function definitionOf({ made, pages }: { made: Made[]; pages: object[] }): { form: Form; about: Instrument } {
  const form = formShape.parse({ pages })
  const base = { ...instrument('everyday-life'), scales: [], examples: [] }
  return { form, about: instrumentShape.parse({ ...base, items: made.map(itemOf), form }) }
}

const placesOf = (form: Form, items: readonly Item[]): Place[] =>
  questionsOf(form).map(({ question, conditions }) => ({
    assessment: 'one',
    instrument: 'it',
    item: question.name,
    conditions,
    check: items.find(({ key }) => key === question.name) as Item,
    required: question.isRequired === true,
    minutes: 1,
  }))

/** SurveyJS, answered as a person does it: from the first question to the last, and only what is shown. */
function answered(form: Form, answers: Answers) {
  const model = new Model({ ...form, clearInvisibleValues: 'onHidden', textUpdateMode: 'onTyping' })
  for (const question of model.getAllQuestions())
    if (question.isVisible && question.parent.isVisible && answers[question.name] !== undefined)
      question.value = answers[question.name]
  return model
}

const isShown = (model: Model) => (name: string) => {
  const question = model.getQuestionByName(name)
  return question.isVisible && question.parent.isVisible && question.page.isVisible
}

test('the same questions are shown, and the same answers are refused and missed', {
  timeout: 240_000,
}, () => {
  fc.assert(
    fc.property(cases, ({ made, pages, answers }) => {
      const { form, about } = definitionOf({ made, pages })
      const model = answered(form, answers)
      const places = placesOf(form, about.items)
      const shown = shownPlaces(places, { one: { it: answers } }).map((at) => places[at]?.item ?? '')
      expect(shown).toEqual(made.map(({ key }) => key).filter(isShown(model)))

      const { problems } = checkAnswers(about, answers, 'submit')
      model.validate(true)
      const wrong = model.getAllQuestions().filter((one) => isShown(model)(one.name) && one.errors.length > 0)
      expect(problems.map(({ item }) => item).toSorted()).toEqual(wrong.map(({ name }) => name).toSorted())
    }),
    { numRuns: 400 },
  )
})

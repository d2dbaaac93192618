import { Model } from 'survey-core'
import { describe, expect, it, test } from 'vitest'
import { type Place, shownPlaces } from '../../core/answers/walk.ts'
import { formShape } from '../../core/form/form.ts'
import { questionsOf } from '../../core/form/questions.ts'
import { say } from '../../core/words.ts'
import { instrument, shipped } from '../support/definitions.ts'

const title = { nl: 'Vraag', en: 'Question' }
const question = (more: object = {}) => ({ type: 'comment', name: 'note', title, ...more })
const form = (...elements: object[]) => ({ pages: [{ name: 'page', elements }] })

function problemsOf(definition: unknown): string[] {
  const read = formShape.safeParse(definition)
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

describe('a form', () => {
  it('that stays in the subset is taken', () => {
    expect(problemsOf(form(question()))).toEqual([])
  })

  // The attacks that a definition can carry in SurveyJS.
  test.each([
    ['html question', form({ type: 'html', name: 'x', html: '<img src=x onerror=alert(1)>' })],
    ['html in a title', form(question({ title: { nl: '<img src=x onerror=alert(1)>' } }))],
    ['closing tag in a title', form(question({ title: { nl: 'x</script>' } }))],
    ['piping in a title', form(question({ title: { nl: 'Dag {naam}' } }))],
    ['completed page', { ...form(question()), completedHtml: '{note}' }],
    ['navigation', { ...form(question()), navigateToUrl: 'javascript:alert(1)' }],
    [
      'choices from elsewhere',
      form({ ...question(), type: 'radiogroup', choicesByUrl: { url: 'https://x.example' } }),
    ],
    ['image', form({ type: 'image', name: 'x', imageLink: 'https://x.example/pixel' })],
    ['regular expression', form({ ...question(), validators: [{ type: 'regex', regex: '^(a+)+$' }] })],
    [
      'trigger',
      { ...form(question()), triggers: [{ type: 'runexpression', expression: '{note} notempty' }] },
    ],
    ['calculated value', { ...form(question()), calculatedValues: [{ name: 'a', expression: '{b}' }] }],
    ['default expression', form({ ...question(), defaultValueExpression: '{note}' })],
    ['dynamic panel', form({ type: 'paneldynamic', name: 'x', templateElements: [question()] })],
    ['matrix', form({ type: 'matrix', name: 'x', columns: [1], rows: [1] })],
    ['prototype name', form(question({ name: 'constructor' }))],
    ['odd name', form(question({ name: '__proto__' }))],
    ['no name', form(question({ name: '' }))],
    ['long name', form(question({ name: 'x'.repeat(10_000) }))],
    [
      '200 languages',
      form(
        question({
          title: Object.fromEntries(
            Array.from({ length: 200 }, (_, n) => [`a${String.fromCharCode(97 + (n % 26))}`, 'x']),
          ),
        }),
      ),
    ],
    ['same name twice', form(question(), question())],
    ['condition on itself', form(question({ visibleIf: '{note} notempty' }))],
    [
      'condition on a later question',
      form(question({ visibleIf: '{later} notempty' }), question({ name: 'later' })),
    ],
    ['function in a condition', form(question(), question({ name: 'x', visibleIf: 'today() > 1' }))],
    [
      'very long condition',
      form(question(), question({ name: 'x', visibleIf: `${'{note} empty and '.repeat(40)}{note} empty` })),
    ],
    ['drop-down on a phone', form({ type: 'rating', name: 'x', title, rateMin: 0, rateMax: 10 })],
    [
      'twenty buttons',
      form({ type: 'rating', name: 'x', title, displayMode: 'buttons', rateMin: 0, rateMax: 19 }),
    ],
    [
      'panel in a panel',
      form({ type: 'panel', name: 'p', elements: [{ type: 'panel', name: 'q', elements: [question()] }] }),
    ],
    ['too many questions', form(...Array.from({ length: 301 }, (_, n) => question({ name: `q${n}` })))],
    [
      'too many conditions',
      form(
        question(),
        ...Array.from({ length: 101 }, (_, n) => question({ name: `q${n}`, visibleIf: '{note} empty' })),
      ),
    ],
    ['nothing', null],
  ])('with %s is refused', (_, definition) => {
    expect(problemsOf(definition)).not.toEqual([])
  })

  it('points only at parts of the body that are drawn', () => {
    const body = (...values: number[]) => {
      const choices = values.map((value) => ({ value, text: { nl: `${value}`, en: `${value}` } }))
      return form(question({ type: 'checkbox', renderAs: 'body', choices }))
    }
    expect(problemsOf(body(21, 22))).toEqual([])
    expect(problemsOf(body(21, 27))).toEqual([
      'pages.0.elements.0.choices.1.value: 27 is no part of the body map; surveys/README.md lists the numbers of its parts',
    ])
  })

  it('says where and what is wrong', () => {
    expect(problemsOf(form(question(), question({ name: 'x', visibleIf: '{ghost} = 1' })))).toEqual([
      'pages.0.elements.1.visibleIf: {ghost} is not a question that was asked before this place; name an earlier one',
    ])
  })

  it('shows what its conditions ask for', () => {
    const result = instrument('treatment-result')
    if (!result.form) throw new Error('our own instruments have a form')
    const places = questionsOf(result.form).map(({ question, conditions }): Place => {
      const there = { assessment: 'one', instrument: 'it', item: question.name }
      return { ...there, conditions, check: { kind: 'date' }, required: false, minutes: 1 }
    })
    const names = (answers: Record<string, number>) =>
      shownPlaces(places, { one: { it: answers } }).map((at) => places[at]?.item)
    expect(names({})).toEqual(['result'])
    expect(names({ result: 9 })).toEqual(['result'])
    expect(names({ result: 5 })).toEqual(['result', 'result_missing'])
  })
})

const withForm = [...shipped.instruments.values()].filter(({ form }) => form !== null)

describe.each(withForm)('the form of $id', (one) => {
  it.each(['nl', 'en'])('is taken by SurveyJS without complaint and shows our words in %s', (language) => {
    const model = new Model(one.form)
    model.locale = language
    expect(model.jsonErrors ?? []).toEqual([])
    expect(model.getAllQuestions().map(({ name }) => name)).toEqual(one.items.map(({ key }) => key))
    for (const { question } of questionsOf(one.form ?? { pages: [] })) {
      const words = { nl: '', en: '', ...question.title }
      expect(model.getQuestionByName(question.name)?.title).toBe(say(words, language))
    }
  })
})

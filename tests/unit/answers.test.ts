import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { checkAnswers } from '../../core/answers/answers.ts'
import { type Instrument, instrumentShape } from '../../core/instruments/instrument.ts'
import { instrument, shipped } from '../support/definitions.ts'

const words = (text: string) => ({ nl: text, en: text })
const titled = (name: string, more: object) => ({ name, title: words(name), ...more })
const choices = [0, 1, 2].map((value) => ({ value, text: words(`choice ${value}`) }))

/** One question of every kind; the last three hang on earlier ones. */
const everyKind: Instrument = instrumentShape.parse({
  ...instrument('everyday-life'),
  scales: [],
  examples: [],
  items: [
    { key: 'choice', kind: 'choice', values: [0, 1, 2], label: words('choice'), higherIs: 'neutral' },
    {
      key: 'several',
      kind: 'multiple',
      values: [0, 1, 2],
      label: words('several'),
      higherIs: 'neutral',
      required: false,
    },
    {
      key: 'size',
      kind: 'number',
      min: 0,
      max: 300,
      whole: false,
      label: words('size'),
      higherIs: 'neutral',
      required: false,
    },
    { key: 'since', kind: 'date', label: words('since'), higherIs: 'neutral', required: false },
    { key: 'note', kind: 'text', maxLength: 20, label: words('note'), higherIs: 'neutral', required: false },
    { key: 'why', kind: 'text', label: words('why'), higherIs: 'neutral' },
    { key: 'deeper', kind: 'choice', values: [0, 1], label: words('deeper'), higherIs: 'neutral' },
  ],
  form: {
    pages: [
      {
        name: 'first',
        elements: [
          titled('choice', { type: 'radiogroup', choices, isRequired: true }),
          titled('several', { type: 'checkbox', choices }),
          titled('size', { type: 'text', inputType: 'number', min: 0, max: 300 }),
          titled('since', { type: 'text', inputType: 'date' }),
          titled('note', { type: 'comment', maxLength: 20 }),
        ],
      },
      {
        name: 'second',
        visibleIf: '{choice} >= 1',
        elements: [
          titled('why', { type: 'comment', isRequired: true }),
          {
            type: 'panel',
            name: 'inner',
            visibleIf: '{why} notempty',
            elements: [
              titled('deeper', { type: 'radiogroup', choices: choices.slice(0, 2), isRequired: true }),
            ],
          },
        ],
      },
    ],
  },
})

const draft = (given: unknown) => checkAnswers(everyKind, given, 'draft')
const submit = (given: unknown) => checkAnswers(everyKind, given, 'submit')

describe('answers', () => {
  it('that fit are kept as they are', () => {
    const given = {
      choice: 1,
      several: [0, 2],
      size: 1.5,
      since: '2026-02-28',
      note: 'fine',
      why: 'so',
      deeper: 0,
    }
    expect(submit(given)).toEqual({ answers: given, problems: [] })
  })

  test.each([
    ['choice', 3, 'not-an-option'],
    ['choice', '1', 'wrong-type'],
    ['choice', true, 'wrong-type'],
    ['choice', [1], 'wrong-type'],
    ['several', 1, 'wrong-type'],
    ['several', [1, 1], 'not-an-option'],
    ['several', [0, 9], 'not-an-option'],
    ['several', ['0'], 'wrong-type'],
    ['several', [0, 1, 2, 0], 'not-an-option'],
    ['size', 300.1, 'out-of-range'],
    ['size', Number.POSITIVE_INFINITY, 'wrong-type'],
    ['size', '12', 'wrong-type'],
    ['since', '28-02-2026', 'wrong-type'],
    ['since', '2026-02-30', 'out-of-range'],
    ['since', 20260228, 'wrong-type'],
    ['note', 'x'.repeat(21), 'too-long'],
    ['note', 12, 'wrong-type'],
    ['nothing', 1, 'unknown-item'],
    ['__proto__x', 1, 'unknown-item'],
    ['constructor', 1, 'unknown-item'],
  ])('%s = %j is refused as %s', (item, value, code) => {
    const { answers, problems } = draft({ [item]: value })
    expect(problems).toEqual([{ item, code }])
    expect(answers).toEqual({})
  })

  it.each([null, undefined, 7, 'text', [], [{ choice: 1 }]])(
    'that are no answers at all (%j) are refused',
    (given) => {
      expect(draft(given)).toEqual({ answers: {}, problems: [{ item: '', code: 'not-answers' }] })
    },
  )

  it('that are empty count as not answered', () => {
    expect(draft({ choice: null, several: [], since: '', note: '  ' })).toEqual({ answers: {}, problems: [] })
  })

  it('to required questions are wanted on submit, not in a draft', () => {
    expect(draft({}).problems).toEqual([])
    expect(submit({}).problems).toEqual([{ item: 'choice', code: 'required' }])
    expect(submit({ choice: 1 }).problems).toEqual([{ item: 'why', code: 'required' }])
  })

  it('to hidden questions are dropped, and what hangs on them is hidden with them', () => {
    expect(submit({ choice: 0, why: 'left over', deeper: 1 })).toEqual({
      answers: { choice: 0 },
      problems: [],
    })
    expect(submit({ choice: 1, why: 'so', deeper: 1 }).answers).toEqual({ choice: 1, why: 'so', deeper: 1 })
  })

  it('in words lose what cannot be seen or stored', () => {
    const note = `a\u0000b\u202e\u001b \n c\ud800`
    expect(draft({ note }).answers).toEqual({ note: 'ab \n c\ufffd' })
  })

  it('with thousands of unknown keys give a short list of problems', () => {
    const flood = Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`k${n}${'x'.repeat(200)}`, n]))
    const { problems } = draft(flood)
    expect(problems).toHaveLength(50)
    expect(problems[0]?.item).toHaveLength(64)
  })

  it('that a "__proto__" key brings along are not looked at', () => {
    const { answers, problems } = draft(JSON.parse('{"__proto__": {"choice": 1}}'))
    expect(answers).toEqual({})
    expect(problems).toEqual([{ item: '__proto__', code: 'unknown-item' }])
  })

  it('never make the check fail, and what it returns always passes again unchanged', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('choice', 'several', 'size', 'since', 'note', 'why', 'x'),
          fc.jsonValue(),
        ),
        (given) => {
          const once = draft(given)
          expect(draft(once.answers)).toEqual({ answers: once.answers, problems: [] })
        },
      ),
    )
  })
})

it.each([...shipped.instruments.values()])('$id takes the answers of its own examples', (one) => {
  for (const { answers } of one.examples) expect(checkAnswers(one, answers, 'draft').problems).toEqual([])
})

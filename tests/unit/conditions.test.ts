import fc from 'fast-check'
import { ConditionRunner } from 'survey-core'
import { describe, expect, it, test } from 'vitest'
import { parseCondition } from '../../core/form/condition-parser.ts'
import { holds, questionsIn } from '../../core/form/conditions.ts'
import { unreadWords } from '../../core/form/unread-condition.ts'
import type { Answers } from '../../core/response.ts'

function read(text: string) {
  const result = parseCondition(text)
  if ('problem' in result) throw new Error(unreadWords(result.problem).en)
  return result.condition
}

describe('a condition', () => {
  test.each([
    ['{pain} = 1', { pain: 1 }, true],
    ['{pain} <> 1', {}, true],
    ['{pain} > 3', {}, false],
    ['{pain} <= 0', {}, false],
    ['{pain} empty', { pain: 0 }, false],
    ['{note} empty', { note: '' }, true],
    ['{several} notempty', { several: [] }, false],
    ['{several} anyof [1, 2]', { several: [2, 5] }, true],
    ['{a} = 1 or {b} = 1 and {c} = 1', { a: 1 }, true],
    ['({a} = 1 or {b} = 1) and {c} = 1', { a: 1 }, false],
  ] as [string, Answers, boolean][])('%s with %j is %j', (text, answers, expected) => {
    expect(holds(read(text), answers)).toBe(expected)
  })

  it('names the questions it looks at', () => {
    expect(questionsIn(read('{a} = 1 or ({b} empty and {a} > 2)'))).toEqual(['a', 'b', 'a'])
  })

  it('looks at own answers only', () => {
    const inherited: Answers = {}
    Object.setPrototypeOf(inherited, { pain: 1 })
    expect(holds(read('{pain} notempty'), inherited)).toBe(false)
  })

  test.each([
    ['', 'it stops where a question'],
    ['{pain} =', 'it stops where a number'],
    ['{pain} =< 3', 'expected a number at 8'],
    ['{pain} like 3', 'expected one of =, <>'],
    ['{pain} = 1 {pain} = 2', 'was not expected'],
    ['({pain} = 1', 'a closing ")"'],
    ['{pain} anyof [1, ]', 'expected a number'],
    ["{pain} = 'x'", 'is not part of a condition'],
    ['iif({a}, 1, 2) = 1', 'expected a question'],
    ['{a.b} = 1', 'is not part of a condition'],
    ['{__proto__} = 1', 'is not part of a condition'],
  ])('%s is refused: %s', (text, reason) => {
    const result = parseCondition(text)
    expect('problem' in result ? unreadWords(result.problem).en : '').toContain(reason)
  })

  it('is read in bounded time, however it is nested', () => {
    const start = performance.now()
    for (const text of ['('.repeat(500), `${'{a} = 1 and '.repeat(40)}{a} = 1`, '['.repeat(500)])
      parseCondition(text)
    expect(performance.now() - start).toBeLessThan(100)
  })
})

// What the form shows must be what the server thinks it shows, whatever renders it.
describe('agreement with SurveyJS', () => {
  const question = fc.constantFrom('a', 'b', 'c')
  const number = fc.integer({ min: -2, max: 4 })
  const single = fc.oneof(
    fc
      .tuple(question, fc.constantFrom('=', '<>', '>', '>=', '<', '<='), number)
      .map((parts) => `{${parts[0]}} ${parts[1]} ${parts[2]}`),
    fc.tuple(question, fc.constantFrom('empty', 'notempty')).map(([name, op]) => `{${name}} ${op}`),
    fc
      .tuple(question, fc.array(number, { minLength: 1, maxLength: 3 }))
      .map(([name, list]) => `{${name}} anyof [${list.join(', ')}]`),
  )
  const several = fc
    .tuple(question, fc.constantFrom('anyof [1, 3]', 'anyof [0]', 'empty', 'notempty'))
    .map(([name, test]) => `{several_${name}} ${test}`)
  const { condition } = fc.letrec<{ condition: string }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 4 },
      fc.oneof(single, several),
      fc
        .tuple(tie('condition'), fc.constantFrom('and', 'or'), tie('condition'))
        .map((parts) => parts.join(' ')),
      tie('condition').map((inner) => `(${inner})`),
    ),
  }))
  const answers = fc.record(
    {
      a: number,
      b: number,
      c: number,
      several_a: fc.uniqueArray(number, { minLength: 1 }),
      several_b: fc.uniqueArray(number, { minLength: 1 }),
    },
    { requiredKeys: [] },
  )

  it('holds exactly when SurveyJS says so', () => {
    fc.assert(
      fc.property(condition, answers, (text, given) => {
        expect(holds(read(text), given)).toBe(new ConditionRunner(text).runValues(given))
      }),
      { numRuns: 500 },
    )
  })
})

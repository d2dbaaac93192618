import { describe, expect, it, test } from 'vitest'
import type { Answers } from '../../core/response.ts'
import { scoreInstrument } from '../../core/scoring/score-instrument.ts'
import { instrument, shipped } from '../support/definitions.ts'

function totalOf(id: string, answers: Answers, scale = 'total') {
  return scoreInstrument(instrument(id), answers).find((score) => score.scale === scale)
}

describe.each([...shipped.instruments.values()])('$id', (one) => {
  it.each(one.examples)('scores as worked out: $title', ({ answers, scores }) => {
    const computed = scoreInstrument(one, answers)
    expect(computed.map(({ scale }) => scale).toSorted()).toEqual(Object.keys(scores).toSorted())
    for (const { scale, value, status } of computed) {
      const expected = scores[scale] ?? null
      expect(status).toBe(expected === null ? 'not-scorable' : 'scored')
      expect(value === null).toBe(expected === null)
      expect(value ?? 0).toBeCloseTo(expected ?? 0, 9)
    }
  })
})

describe('a score', () => {
  it('says how many answers it stands on, by which version, and how sure it is', () => {
    const nine = Object.fromEntries(Array.from({ length: 9 }, (_, item) => [`phq9_${item + 1}`, 1]))
    expect(totalOf('phq-9', { ...nine, phq9_9: null })).toEqual({
      instrument: 'phq-9',
      scale: 'total',
      scoringVersion: 1,
      value: 9,
      standardError: 2.2,
      answered: 8,
      status: 'scored',
      reason: null,
    })
  })

  it('takes its standard error from the row of the table where the table has one', () => {
    const threes = { global02: 3, global04: 3, global05: 3, global10: 3 }
    expect(totalOf('promis-global-10', threes, 'gmh_t')).toMatchObject({ value: 43.5, standardError: 3.6 })
  })

  it('is never zero for want of answers', () => {
    expect(totalOf('phq-9', {})).toMatchObject({
      value: null,
      answered: 0,
      status: 'not-scorable',
      reason: 'too-few-answers',
    })
  })

  test.each([4, -1, 1.5, '2', [1], Number.NaN])('is refused when an answer is %j', (answer) => {
    const answers: Answers = Object.fromEntries(
      Array.from({ length: 7 }, (_, item) => [`gad7_${item + 1}`, 0]),
    )
    expect(totalOf('gad-7', { ...answers, gad7_3: answer })).toMatchObject({
      value: null,
      reason: 'answer-outside-values',
    })
  })

  it('does not count an answer that does not apply', () => {
    expect(totalOf('breast-life', { work: 9 }, 'work')).toMatchObject({
      answered: 0,
      reason: 'too-few-answers',
    })
  })

  it('does not look at what an answers object inherits', () => {
    const inherited: Answers = {}
    Object.setPrototypeOf(inherited, { life_mark: 8 })
    expect(totalOf('everyday-life', inherited, 'quality_of_life')).toMatchObject({ answered: 0 })
  })
})

test('20,000 questionnaires are scored in well under a second of processor time', () => {
  const phq = instrument('phq-9')
  const people = Array.from({ length: 20_000 }, (_, person) =>
    Object.fromEntries(Array.from({ length: 9 }, (_, item) => [`phq9_${item + 1}`, (person + item) % 4])),
  )
  const start = process.cpuUsage()
  let sum = 0
  for (const answers of people) sum += scoreInstrument(phq, answers)[0]?.value ?? Number.NaN
  const { user, system } = process.cpuUsage(start)
  expect((user + system) / 1000).toBeLessThan(1000)
  // Each person has 9 of the cycle 0,1,2,3: two whole cycles (12) and one more answer, 0 to 3 in turn.
  expect(sum).toBe(20_000 * 12 + 5_000 * (0 + 1 + 2 + 3))
})

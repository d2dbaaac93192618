import { expect, test } from 'vitest'
import { adaptiveScale, adaptiveWay, askedAdaptively } from '../../core/adaptive/asked-adaptively.ts'
import type { Answers } from '../../core/response.ts'
import { gradedResponseEngine } from '../../core/scoring/adaptive-engine.ts'
import { itemInformation } from '../../core/scoring/graded-response.ts'
import { bankOf } from '../../core/scoring/item-bank.ts'
import { scoreInstrument } from '../../core/scoring/score-instrument.ts'
import { expectedTrait, likeliestTrait } from '../../core/scoring/trait.ts'
import expected from '../fixtures/adaptive/expected.json' with { type: 'json' }
import { instrument } from '../support/definitions.ts'

// expected.json was computed by compute.py beside it, in another language and without any of our code.

const moving = instrument('moving-adaptive')
const scale = adaptiveScale(moving)
if (!scale) throw new Error('moving-adaptive has an adaptive scale')
const { items, method } = scale
const withRules = (stop: (typeof expected)['cases'][number]['stop']) =>
  bankOf(items, method, { ...method.adaptive, stop })
const categoryIn = (answers: Record<string, number | null>) => (key: string) => answers[key]
const parameters = method.parameters as Record<string, { a: number; b: number[] }>

test.each(expected.cases)('$rule: the same questions, θ and standard error to 4 decimals', (one) => {
  const { trace, stopped, next } = gradedResponseEngine(withRules(one.stop), categoryIn(one.answers))
  expect({ stopped, next }).toEqual({ stopped: one.stopped, next: null })
  expect(trace.map(({ item, category }) => [item, category])).toEqual(
    one.trace.map(({ item, category }) => [item, category]),
  )
  for (const [at, { theta, standardError }] of one.trace.entries()) {
    expect(trace[at]?.theta).toBeCloseTo(theta, 4)
    expect(trace[at]?.standardError).toBeCloseTo(standardError, 4)
  }
})

test('all ways of stopping are among what was computed elsewhere', () => {
  expect(new Set(expected.cases.map(({ stopped }) => stopped))).toEqual(
    new Set(['precise', 'no-gain', 'screened', 'most-questions']),
  )
})

test('EAP, MAP and information agree to 4 decimals', () => {
  for (const { answers, eap, map } of expected.estimates) {
    const given = Object.entries(answers).map(([key, category]) => ({
      item: parameters[key] ?? { a: 1, b: [] },
      category,
    }))
    const [mean, mode] = [expectedTrait(given, method.prior), likeliestTrait(given, method.prior)]
    expect(mean.theta).toBeCloseTo(eap[0] ?? Number.NaN, 4)
    expect(mean.standardError).toBeCloseTo(eap[1] ?? Number.NaN, 4)
    expect(mode.theta).toBeCloseTo(map[0] ?? Number.NaN, 4)
    expect(mode.standardError).toBeCloseTo(map[1] ?? Number.NaN, 4)
  }
  for (const { item, theta, value } of expected.information)
    expect(itemInformation(parameters[item] ?? { a: 1, b: [] }, theta)).toBeCloseTo(value, 4)
})

/** Answers as somebody gives them who is asked one question after another. */
function answering(value: (key: string) => number | null) {
  const answers: Answers = {}
  for (let turn = 0; turn < 50; turn += 1) {
    const { next } = adaptiveWay(moving, scale as NonNullable<typeof scale>, answers)
    if (next === null) break
    answers[next] = value(next)
  }
  return answers
}

test('a person is asked few of the questions, and the score says how sure it is and why no more were asked', () => {
  const answers = answering(() => 3)
  const [score] = scoreInstrument(moving, answers)
  expect(Object.keys(answers).length).toBeLessThanOrEqual(8)
  expect(askedAdaptively(moving, answers)).toEqual(Object.keys(answers))
  expect(score).toMatchObject({
    status: 'scored',
    reason: expect.stringMatching(/precise|no-gain|most-questions/) as unknown,
  })
  const last = adaptiveWay(moving, scale, answers).trace.at(-1)
  expect(score?.value).toBeCloseTo(50 + 10 * (last?.theta ?? 0), 10)
  expect(score?.standardError).toBeCloseTo(10 * (last?.standardError ?? 0), 10)
})

test('whoever passes everything over is asked eight questions and has no score', () => {
  const answers = answering(() => null)
  expect(Object.keys(answers)).toHaveLength(8)
  expect(scoreInstrument(moving, answers)[0]).toMatchObject({
    status: 'not-scorable',
    reason: 'too-few-answers',
  })
})

test('answers beside the way do not count', () => {
  const answers = answering(() => 4)
  const beside = items.find((key) => !Object.hasOwn(answers, key)) ?? ''
  const [with0, without] = [{ ...answers, [beside]: 0 }, answers].map(
    (given) => scoreInstrument(moving, given)[0],
  )
  expect([with0?.value, with0?.standardError]).toEqual([without?.value, without?.standardError])
})

test('an answer that nobody expected makes the error larger: that is no reason to stop', () => {
  const items = new Map([
    ['now', { a: 4, b: [-0.2, 0.2] }],
    ['far', { a: 4, b: [2.5, 3] }],
    ['wide', { a: 1, b: [0.5, 1.5] }],
  ])
  const stopping = { least: 2, most: 3, standardError: 0.1, gain: 0.01 }
  const bank = { items, prior: { mean: 0, sd: 1 }, estimate: likeliestTrait, start: 'now', stopping }
  const answers = { now: 2, wide: 2 }
  const { trace, next, stopped } = gradedResponseEngine(bank, categoryIn(answers))
  expect(trace.map(({ item }) => item)).toEqual(['now', 'wide'])
  expect(trace[1]?.standardError).toBeGreaterThan((trace[0]?.standardError ?? 0) + 0.01)
  expect({ next, stopped }).toEqual({ next: 'far', stopped: null })
})

test('a question without parameters is an error, never one with invented ones', () => {
  const { [items[0] ?? '']: _gone, ...others } = parameters
  const without = { ...method, parameters: others }
  expect(() => bankOf(items, without, method.adaptive)).toThrow(items[0])
})

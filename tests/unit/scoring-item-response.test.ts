import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { itemInformation, logProbability, logSlope } from '../../core/scoring/graded-response.ts'
import { expectedTrait, likeliestTrait, type Trait } from '../../core/scoring/trait.ts'
import { lastScore, madeUp } from '../support/made-up-instrument.ts'
import { bank, otherPrior, patterns } from '../support/simulated-bank.ts'

const items = Object.values(bank)
const standard = { mean: 0, sd: 1 }

const answersTo = (pattern: readonly (number | null)[]) =>
  items.flatMap((item, place) => {
    const category = pattern[place] ?? null
    return category === null ? [] : [{ item, category }]
  })

const anyItem = fc
  .record({
    a: fc.double({ min: 0.2, max: 6, noNaN: true }),
    b: fc.uniqueArray(fc.integer({ min: -40, max: 40 }), { minLength: 1, maxLength: 6 }),
  })
  .map(({ a, b }) => ({ a, b: b.toSorted((x, y) => x - y).map((tenth) => tenth / 10) }))
const anyTheta = fc.double({ min: -8, max: 8, noNaN: true })

describe('the graded response model', () => {
  it('gives probabilities that add up to one', () => {
    fc.assert(
      fc.property(anyItem, anyTheta, (item, theta) => {
        const sum = [0, ...item.b].reduce(
          (all, _, category) => all + Math.exp(logProbability({ item, category }, theta)),
          0,
        )
        expect(sum).toBeCloseTo(1, 9)
      }),
    )
  })

  it('has the slope that its probabilities have', () => {
    fc.assert(
      fc.property(anyItem, anyTheta, fc.nat(6), (item, theta, pick) => {
        const answer = { item, category: pick % (item.b.length + 1) }
        const h = 1e-4
        const measured = (logProbability(answer, theta + h) - logProbability(answer, theta - h)) / (2 * h)
        expect(logSlope(answer, theta)).toBeCloseTo(measured, 3)
      }),
    )
  })

  it('is a two-parameter logistic model when there are two answers: information a²PQ', () => {
    const p = 1 / (1 + Math.exp(-1.7 * 0.4))
    expect(itemInformation({ a: 1.7, b: [0.6] }, 1)).toBeCloseTo(1.7 ** 2 * p * (1 - p), 12)
  })
})

function expectTrait({ theta, standardError }: Trait, [wanted, error]: readonly [number, number]) {
  expect(theta).toBeCloseTo(wanted, 5)
  expect(standardError).toBeCloseTo(error, 5)
}

describe.each(patterns)('θ of %j', (pattern, { eap, map }) => {
  it('is to four decimals what was computed apart', () => {
    expectTrait(expectedTrait(answersTo(pattern), standard), eap)
    expectTrait(likeliestTrait(answersTo(pattern), standard), map)
  })
})

test('θ is drawn to the mean of the prior, which may be another than the standard one', () => {
  const answers = answersTo(patterns[6]?.[0] ?? [])
  const prior = { mean: 0.5, sd: 0.8 }
  expectTrait(expectedTrait(answers, prior), otherPrior.eap)
  expectTrait(likeliestTrait(answers, prior), otherPrior.map)
})

// Integrated apart, by 400,000 steps over twelve standard deviations to each side of the mean of the prior.
test.each([
  [{ mean: 2, sd: 20 }, [0.25164795, 0.30565204]],
  [{ mean: -6, sd: 10 }, [0.24540224, 0.30544133]],
] as const)('θ is as exact under the wide prior %j', (prior, eap) => {
  const steep = [
    { item: { a: 4, b: [-1, 0, 1] }, category: 2 },
    { item: { a: 3.5, b: [-1.5, -0.2, 0.9] }, category: 2 },
    { item: { a: 4, b: [-0.5, 0.4, 1.2] }, category: 1 },
  ]
  expectTrait(expectedTrait(steep, prior), eap)
})

test('answers that contradict each other under the steepest items still have a θ', () => {
  const steep = { a: 20, b: [-20, 20] }
  const answers = [
    { item: steep, category: 0 },
    { item: steep, category: 2 },
  ]
  for (const estimate of [expectedTrait, likeliestTrait])
    expect(estimate(answers, standard).theta).toBeCloseTo(0, 6)
})

describe('a scale by item response', () => {
  const values = [1, 2, 3, 4, 5]
  const instrumentBy = (estimator: 'eap' | 'map', count = 1) =>
    madeUp(Object.fromEntries(Object.keys(bank).map((key) => [key, values])), [
      {
        method: {
          kind: 'graded-response',
          estimator,
          prior: standard,
          metric: { mean: 50, sd: 10 },
          parameters: bank,
          minAnswered: { count },
        },
      },
    ])
  const given = (pattern: readonly (number | null)[]) =>
    Object.fromEntries(Object.keys(bank).map((key, place) => [key, toAnswer(pattern[place] ?? null)]))
  const toAnswer = (category: number | null) => (category === null ? null : category + 1)

  it.each(patterns)('%j is 50 + 10θ with ten times its standard error', (pattern, estimates) => {
    for (const estimator of ['eap', 'map'] as const) {
      const { value, standardError, status } = lastScore(instrumentBy(estimator), given(pattern))
      const [theta, se] = estimates[estimator]
      expect(status).toBe('scored')
      expect(value).toBeCloseTo(50 + 10 * theta, 4)
      expect(standardError).toBeCloseTo(10 * se, 4)
    }
  })

  it('needs as many answers as it says', () => {
    expect(lastScore(instrumentBy('eap', 4), given([null, 2, null, 1, 3, null]))).toMatchObject({
      value: null,
      status: 'not-scorable',
      reason: 'too-few-answers',
      answered: 3,
    })
  })
})

import { type Method, scored, tooFew } from './method.ts'
import type { MethodOf } from './method-shapes.ts'
import { expectedTrait, likeliestTrait } from './trait.ts'

/** `categories` holds, per item of the scale, the numbers that its answers count for, from the lowest category upwards. */
export function itemResponse(
  items: readonly string[],
  categories: readonly (readonly number[])[],
  { estimator, parameters, prior, metric }: MethodOf<'graded-response'>,
  least: number,
): Method {
  const bank = items.map((key) => parameters[key] ?? { a: 1, b: [0] })
  const estimate = estimator === 'eap' ? expectedTrait : likeliestTrait
  return (answered, inPlace) => {
    if (answered.length < least) return tooFew
    const given = bank.flatMap((item, place) => {
      const value = inPlace[place] ?? null
      return value === null ? [] : [{ item, category: categories[place]?.indexOf(value) ?? 0 }]
    })
    const { theta, standardError } = estimate(given, prior)
    return scored(metric.mean + metric.sd * theta, metric.sd * standardError)
  }
}

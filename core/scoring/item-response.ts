import type { MethodOf } from '../instruments/method-shapes.ts'
import { gradedResponseEngine } from './adaptive-engine.ts'
import { type AdaptiveRules, bankOf, parametersOf } from './item-bank.ts'
import { type Method, scored, tooFew } from './method.ts'
import { expectedTrait, likeliestTrait } from './trait.ts'

/** `categories` holds, per item of the scale, the numbers that its answers count for, from the lowest category upwards. */
export function itemResponse(
  items: readonly string[],
  categories: readonly (readonly number[])[],
  method: MethodOf<'graded-response'>,
  least: number,
): Method {
  const { estimator, parameters, prior, metric } = method
  const bank = items.map((key) => parametersOf(key, parameters))
  const estimate = estimator === 'eap' ? expectedTrait : likeliestTrait
  if (method.adaptive) return adaptively(items, categories, method, method.adaptive, least)
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

/**
 * Only what was asked on the way counts. What has no answer here was passed over: whoever passed over too much has no
 * score.
 */
function adaptively(
  items: readonly string[],
  categories: readonly (readonly number[])[],
  method: MethodOf<'graded-response'>,
  rules: AdaptiveRules,
  least: number,
): Method {
  const bank = bankOf(items, method, rules)
  const { metric } = method
  return (_answered, inPlace) => {
    const { trace, stopped } = gradedResponseEngine(bank, (key) => {
      const place = items.indexOf(key)
      const value = inPlace[place] ?? null
      return value === null ? null : (categories[place]?.indexOf(value) ?? null)
    })
    const answered = trace.filter(({ category }) => category !== null).length
    const last = trace.at(-1)
    if (!last || !stopped || (answered < least && stopped !== 'screened')) return tooFew
    const value = metric.mean + metric.sd * last.theta
    return { value, standardError: metric.sd * last.standardError, stopped }
  }
}

import type { MethodOf } from '../instruments/method-shapes.ts'
import type { Bank } from './adaptive-engine.ts'
import type { GradedItem } from './graded-response.ts'
import { expectedTrait, likeliestTrait } from './trait.ts'

type GradedResponse = MethodOf<'graded-response'>
export type AdaptiveRules = NonNullable<GradedResponse['adaptive']>

/** What is known of a question; an error where nothing is: a score would be made of an invented one. */
export function parametersOf(key: string, parameters: GradedResponse['parameters']): GradedItem {
  const known = Object.hasOwn(parameters, key) ? parameters[key] : undefined
  if (!known) throw new Error(`The item bank has no parameters of ${key}`)
  return known
}

/** The bank of a scale that is asked adaptively, its questions in the order of the scale. */
export const bankOf = (
  items: readonly string[],
  { estimator, parameters, prior }: GradedResponse,
  { start, stop }: AdaptiveRules,
): Bank => ({
  items: new Map(items.map((key) => [key, parametersOf(key, parameters)])),
  prior,
  estimate: estimator === 'eap' ? expectedTrait : likeliestTrait,
  start,
  stopping: stop,
})

import type { MethodOf } from '../instruments/method-shapes.ts'
import type { Bank } from './adaptive-engine.ts'
import { expectedTrait, likeliestTrait } from './trait.ts'

type GradedResponse = MethodOf<'graded-response'>
export type AdaptiveRules = NonNullable<GradedResponse['adaptive']>

/** The bank of a scale that is asked adaptively, its questions in the order of the scale. */
export const bankOf = (
  items: readonly string[],
  { estimator, parameters, prior }: GradedResponse,
  { start, stop }: AdaptiveRules,
): Bank => ({
  items: new Map(items.map((key) => [key, parameters[key] ?? { a: 1, b: [0] }])),
  prior,
  estimate: estimator === 'eap' ? expectedTrait : likeliestTrait,
  start,
  stopping: stop,
})

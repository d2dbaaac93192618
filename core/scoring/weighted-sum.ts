import type { MethodOf } from '../instruments/method-shapes.ts'
import { type Method, scored, sumOf, tooFew } from './method.ts'

/** constant + Σ weight × answer; a missing answer counts as the mean of those that were given. */
export function weightedSum(
  items: readonly string[],
  { constant, weights }: Pick<MethodOf<'weighted-sum'>, 'constant' | 'weights'>,
  least: number,
): Method {
  const perItem = items.map((key) => weights[key] ?? 0)
  return (answered, inPlace) => {
    if (answered.length < least) return tooFew
    const mean = sumOf(answered) / answered.length
    let sum = constant
    for (const [index, weight] of perItem.entries()) sum += weight * (inPlace[index] ?? mean)
    return scored(sum)
  }
}

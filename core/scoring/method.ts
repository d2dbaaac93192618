import type { MinAnswered } from '../instruments/method-shapes.ts'
import type { NotScorable, StopReason } from '../response.ts'

/** What a method makes of a scale's answers: unrounded, in the scale's own units. */
export type Outcome =
  | { value: number; standardError: number | null; stopped?: StopReason }
  | { reason: NotScorable }

/**
 * `answered` holds the recoded answers in the order of the scale's items, without those that are missing; `inPlace`
 * the same with a null for each that is missing.
 */
export type Method = (answered: readonly number[], inPlace: readonly (number | null)[]) => Outcome

export const tooFew: Outcome = { reason: 'too-few-answers' }

export function scored(value: number, standardError: number | null = null): Outcome {
  return { value, standardError }
}

export function sumOf(values: readonly number[]): number {
  let sum = 0
  for (const value of values) sum += value
  return sum
}

/** How many answers a rule asks of a scale with `items` items; a share is rounded up. */
export function leastAnswers(rule: MinAnswered, items: number): number {
  return 'count' in rule ? rule.count : Math.ceil(rule.share * items - 1e-9)
}

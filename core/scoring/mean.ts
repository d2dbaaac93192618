import { type Method, scored, sumOf, tooFew } from './method.ts'

/** Σ answers ÷ answered. */
export function mean(least: number): Method {
  return (answered) => (answered.length < least ? tooFew : scored(sumOf(answered) / answered.length))
}

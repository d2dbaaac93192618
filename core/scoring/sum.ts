import { type Method, scored, sumOf, tooFew } from './method.ts'

/** Σ answers; a missing one would count as zero, so all `items` are needed. */
export function sum(items: number): Method {
  return (answered) => (answered.length < items ? tooFew : scored(sumOf(answered)))
}

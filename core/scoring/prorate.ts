import { type Method, scored, sumOf, tooFew } from './method.ts'

/** Σ answers ÷ answered × items: a missing answer counts as the person's own mean. `half-up` rounds 7.5 to 8. */
export function prorate(items: number, least: number, rounding: 'none' | 'half-up'): Method {
  return (answered) => {
    if (answered.length < least) return tooFew
    const whole = (sumOf(answered) * items) / answered.length
    return scored(rounding === 'half-up' ? Math.floor(whole + 0.5) : whole)
  }
}

import { type Method, scored, sumOf, tooFew } from './method.ts'

/** (mean − min) ÷ (max − min) × 100, computed over the sum so that whole steps stay whole numbers. */
export function linear(min: number, max: number, least: number): Method {
  return (answered) => {
    if (answered.length < least) return tooFew
    const n = answered.length
    return scored(((sumOf(answered) - n * min) * 100) / (n * (max - min)))
  }
}

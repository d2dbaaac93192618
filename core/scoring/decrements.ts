import type { MethodOf } from '../instruments/method-shapes.ts'
import { type Method, scored, tooFew } from './method.ts'

type Decrements = MethodOf<'decrements'>

/** A preference-based utility: start − Σ decrement of each item's level − one more when any level is above `anyAbove.level`. */
export function decrements(items: readonly string[], { start, anyAbove, decrements }: Decrements): Method {
  const perItem = items.map((key) => decrements[key] ?? {})
  return (answered) => {
    if (answered.length < items.length) return tooFew
    let value = start
    for (const [index, level] of answered.entries()) value -= perItem[index]?.[String(level)] ?? 0
    if (answered.some((level) => level > anyAbove.level)) value -= anyAbove.decrement
    return scored(withoutNoise(value))
  }
}

/** Tariffs have three decimals; subtracting them in binary leaves a sixteenth. */
const withoutNoise = (value: number): number => Math.round(value * 1e6) / 1e6

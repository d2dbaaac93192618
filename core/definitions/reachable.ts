import type { Item } from '../instrument.ts'
import type { Scale } from '../scale.ts'
import { itemValue } from '../scoring/item-value.ts'

/** Lowest and highest number that an item can count for in a scale, and every one in between where there are few. */
export type Span = { low: number; high: number; values: number[] | null }

/** Per item of the scale, in its order, what it can count for after recoding and reversing. */
export function valuesPerItem(scale: Scale, items: readonly Item[]): Span[] {
  return scale.items.flatMap((key) => {
    const item = items.find((one) => one.key === key)
    if (!item) return []
    const value = itemValue(item, scale)
    const answers = 'values' in item ? item.values : item.kind === 'number' ? [item.min, item.max] : []
    const counted = answers.map(value).filter((number) => typeof number === 'number')
    return [
      { low: Math.min(...counted), high: Math.max(...counted), values: 'values' in item ? counted : null },
    ]
  })
}

/** Lowest and highest value of a scale that complete answers can give. */
export function reachable(scale: Scale, spans: readonly Span[]): [number, number] {
  const low = spans.reduce((sum, span) => sum + span.low, 0)
  const high = spans.reduce((sum, span) => sum + span.high, 0)
  const { method } = scale
  switch (method.kind) {
    case 'sum':
    case 'prorate':
      return [low, high]
    case 'mean':
      return [low / spans.length, high / spans.length]
    case 'linear-0-100':
      return [stretched(low, spans.length, method), stretched(high, spans.length, method)]
    case 'lookup':
      return ends(method.table.map(({ value }) => value))
    case 'decrements':
      return [round6(method.start - method.anyAbove.decrement - largestDecrements(scale)), method.start]
  }
}

function stretched(sum: number, items: number, { min, max }: { min: number; max: number }): number {
  return round6(((sum - items * min) * 100) / (items * (max - min)))
}

function ends(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)]
}

function largestDecrements({ method, items }: Scale): number {
  if (method.kind !== 'decrements') return 0
  return items.reduce((sum, key) => sum + Math.max(0, ...Object.values(method.decrements[key] ?? {})), 0)
}

function round6(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

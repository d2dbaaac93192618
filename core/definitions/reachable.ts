import type { Item } from '../instruments/instrument.ts'
import type { MethodOf } from '../instruments/method-shapes.ts'
import type { Scale } from '../instruments/scale.ts'
import { countedValues } from '../scoring/item-value.ts'
import { methodOf } from '../scoring/method-of.ts'

/** Lowest and highest number that an item can count for in a scale, and every one in between where there are few. */
export type Span = { key: string; low: number; high: number; values: number[] | null }

type Ends = [number, number]

/** Per item of the scale, in its order, what it can count for after recoding and reversing. */
export function valuesPerItem(scale: Scale, items: readonly Item[]): Span[] {
  return scale.items.flatMap((key) => {
    const item = items.find((one) => one.key === key)
    if (!item) return []
    const counted = countedValues(item, scale)
    const [low, high] = ends(counted)
    return [{ key, low, high, values: 'values' in item ? counted : null }]
  })
}

/** Lowest and highest value of a scale that complete answers can give; `earlier` are the scales it may be made of. */
export function reachable(
  scale: Scale,
  spans: readonly Span[],
  items: readonly Item[],
  earlier: readonly Scale[],
): Ends {
  const { method } = scale
  const low = spans.reduce((sum, span) => sum + span.low, 0)
  const high = spans.reduce((sum, span) => sum + span.high, 0)
  switch (method.kind) {
    case 'sum':
    case 'prorate':
      return [low, high]
    case 'mean':
      return [low / spans.length, high / spans.length]
    case 'linear-0-100':
      return [stretched(low, spans.length, method), stretched(high, spans.length, method)]
    case 'weighted-sum':
      return weighted(method, spans)
    case 'lookup':
      return ends(method.table.map(({ value }) => value))
    case 'lookup-by-form':
      return ends(method.forms.flatMap(({ table }) => table.map(({ value }) => value)))
    case 'decrements':
      return [
        round6(method.start - method.anyAbove.decrement - largestDecrements(method, scale.items)),
        method.start,
      ]
    case 'max-of-group':
      return grouped(method, spans)
    case 'decision-tree':
      return ends(
        method.questions.flatMap(({ branches }) =>
          Object.values(branches).flatMap((branch) => ('value' in branch ? [branch.value] : [])),
        ),
      )
    case 'graded-response':
      return itemResponseEnds(method, scale, spans, items)
    case 'mean-of-scales':
      return meanOfRanges(method, earlier)
  }
}

function stretched(sum: number, items: number, { min, max }: { min: number; max: number }): number {
  return round6(((sum - items * min) * 100) / (items * (max - min)))
}

function ends(values: readonly number[]): Ends {
  return [Math.min(...values), Math.max(...values)]
}

function weighted({ constant, weights }: MethodOf<'weighted-sum'>, spans: readonly Span[]): Ends {
  const both = spans.map(({ key, low, high }) =>
    ends([low, high].map((value) => value * (weights[key] ?? 0))),
  )
  return [0, 1].map((end) => round6(both.reduce((sum, pair) => sum + (pair[end] ?? 0), constant))) as Ends
}

function largestDecrements({ decrements }: MethodOf<'decrements'>, items: readonly string[]): number {
  return items.reduce((sum, key) => sum + Math.max(0, ...Object.values(decrements[key] ?? {})), 0)
}

function grouped({ groups }: MethodOf<'max-of-group'>, spans: readonly Span[]): Ends {
  const inGroup = (keys: readonly string[]) => spans.filter(({ key }) => keys.includes(key))
  const low = groups.map((group) => Math.max(...inGroup(group.items).map((span) => span.low)))
  const high = groups.map((group) =>
    Math.max(
      ...inGroup(group.items).map((span) => span.high),
      group.floor?.least ?? Number.NEGATIVE_INFINITY,
    ),
  )
  const mean = (values: readonly number[]) =>
    round6(values.reduce((sum, value) => sum + value, 0) / values.length)
  return [mean(low), mean(high)]
}

function itemResponseEnds(
  method: MethodOf<'graded-response'>,
  scale: Scale,
  spans: readonly Span[],
  items: readonly Item[],
): Ends {
  const own = scale.items.flatMap((key) => items.find((item) => item.key === key) ?? [])
  const estimate = methodOf(method, scale, own)
  const at = (answers: readonly number[]) => {
    const outcome = estimate(answers, answers)
    return 'value' in outcome ? round6(outcome.value) : Number.NaN
  }
  return [at(spans.map(({ low }) => low)), at(spans.map(({ high }) => high))]
}

function meanOfRanges({ scales }: MethodOf<'mean-of-scales'>, earlier: readonly Scale[]): Ends {
  const ranges = earlier.filter(({ id }) => scales.includes(id)).map(({ range }) => range)
  return [0, 1].map((end) =>
    round6(ranges.reduce((sum, range) => sum + (range[end] ?? 0), 0) / ranges.length),
  ) as Ends
}

function round6(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

import type { Item } from '../instruments/instrument.ts'
import type { Scale } from '../instruments/scale.ts'
import type { Answer } from '../response.ts'

/** The number an answer counts for; undefined when it was not given, null when it is not one of the item's own values. */
export type ItemValue = (answer: Answer | undefined) => number | null | undefined

/** Recodes or turns round as the scale says; never both for one item. */
export function itemValue(item: Item, scale: Scale): ItemValue {
  const allowed = allowedBy(item)
  const recoded = scale.recode[item.key]
  const turn = scale.reverse.includes(item.key) ? lowestPlusHighest(item) : null
  return (answer) => {
    if (answer === undefined || answer === null) return undefined
    if (typeof answer !== 'number' || !allowed(answer)) return null
    if (!recoded) return turn === null ? answer : turn - answer
    return recoded[String(answer)] ?? undefined
  }
}

/** What an item's answers can count for in a scale, from the lowest upwards; of a typed number only its two ends. */
export function countedValues(item: Item, scale: Scale): number[] {
  const answers = 'values' in item ? item.values : item.kind === 'number' ? [item.min, item.max] : []
  const counted = answers.map(itemValue(item, scale)).filter((value) => typeof value === 'number')
  return [...new Set(counted)].toSorted((a, b) => a - b)
}

function allowedBy(item: Item): (answer: number) => boolean {
  if ('values' in item) return (answer) => item.values.includes(answer)
  if (item.kind === 'number') return (answer) => answer >= item.min && answer <= item.max
  return () => false
}

function lowestPlusHighest(item: Item): number | null {
  if ('values' in item) return Math.min(...item.values) + Math.max(...item.values)
  return item.kind === 'number' ? item.min + item.max : null
}

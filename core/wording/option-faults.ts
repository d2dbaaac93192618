import type { Item } from '../instruments/instrument.ts'
import type { OfferedItem } from '../questionnaire/offered.ts'
import { fault, look, type WordingFault } from './fault.ts'
import { folded } from './repeated.ts'

/** An item of the instrument with the question of the file that is to be its wording. */
export type Worded = { item: Item; offered: OfferedItem }

/** A row of numbers or a line needs words at its ends only. */
export const isLine = (item: Item, { options }: OfferedItem): boolean =>
  item.kind === 'rating' && options.length < item.values.length && options.length <= 2

/** As many answers as the item has values, with the same numbers in the same order. */
export function optionFaults(item: Item, offered: OfferedItem): WordingFault[] {
  const { options } = offered
  if (!('values' in item))
    return options.length > 0 ? [fault('count', item.key, '0', String(options.length))] : []
  if (isLine(item, offered))
    return options.length === 2 ? countFaults(item, endsOf(item.values), options) : []
  if (options.length === 0) return [fault('options_missing', item.key, String(item.values.length))]
  if (options.length !== item.values.length)
    return [fault('count', item.key, String(item.values.length), String(options.length))]
  return countFaults(item, item.values, options)
}

const endsOf = (values: readonly number[]) => [values[0] ?? 0, values.at(-1) ?? 0]
const hasNoNumbers = ({ options }: OfferedItem) => options.every(({ value }) => value === null)

function countFaults({ key }: Item, values: readonly number[], options: OfferedItem['options']) {
  const given = options.map(({ value }) => value)
  if (given.every((value) => value === null)) return []
  if (given.every((value, place) => value === values[place])) return []
  const isSame = values.every((value) => given.includes(value))
  const counted = given.map((one) => one ?? '–').join(', ')
  return [fault(isSame ? 'order' : 'values', key, values.join(', '), counted)]
}

/**
 * Answers that carry no numbers count by their place, and an owner's text may begin with the highest: somebody reads what
 * the first and the last would count for. Once for all questions with the same answers; the other questions come last.
 */
export function uncounted(worded: readonly Worded[], languages: readonly string[]): WordingFault[] {
  const [language = ''] = languages
  const asked = worded.flatMap(({ item, offered }) => {
    const texts = offered.options.map((option) => option.texts[language] ?? '')
    const fits = 'values' in item && (texts.length === item.values.length || isLine(item, offered))
    if (!fits || texts.length < 2 || !hasNoNumbers(offered)) return []
    const [low, high] = endsOf(item.values).map(String)
    const said = [texts[0] ?? '', low ?? '', texts.at(-1) ?? '', high ?? '']
    return said[0] === low && said[2] === high
      ? []
      : [{ key: item.key, said, alike: [...texts, low, high].join('|') }]
  })
  return [...Map.groupBy(asked, ({ alike }) => alike).values()].flatMap(([first, ...others]) =>
    first ? [look('by_place', first.key, ...first.said, ...others.map(({ key }) => key))] : [],
  )
}

/** The same answers as in another item, but with their numbers the other way round: right only where the item is turned. */
export function turned(worded: readonly Worded[], [language = '']: readonly string[]): WordingFault[] {
  const numbered = worded.flatMap(({ item, offered }) => {
    if (!('values' in item) || offered.options.length !== item.values.length || item.values.length < 3)
      return []
    const words = offered.options.map(({ texts }) => folded(texts[language] ?? ''))
    const byNumber = words.toSorted(
      (one, other) => valueAt(item.values, words, one) - valueAt(item.values, words, other),
    )
    return [{ item, words: byNumber.join('|'), back: byNumber.toReversed().join('|') }]
  })
  return numbered.flatMap(({ item, words }, place) => {
    const other = numbered.slice(0, place).find(({ back }) => back === words)
    const isMeant = other && other.item.higherIs !== item.higherIs
    return other && !isMeant ? [look('turned', item.key, other.item.key)] : []
  })
}

const valueAt = (values: readonly number[], words: readonly string[], word: string) =>
  values[words.indexOf(word)] ?? 0

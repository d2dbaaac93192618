import type { Instrument, Item } from '../instruments/instrument.ts'
import type { Offer, OfferedItem, Texts, Untaken } from '../questionnaire/offered.ts'
import type { Pair } from './match.ts'
import { firstPlaces, folded, twice } from './repeated.ts'

/**
 * What keeps wording from being installed, and what somebody should look at (`looks`): which item it is about, and the
 * numbers or words that say it.
 */
export type WordingFault = {
  code:
    | 'no_wording'
    | 'left_over'
    | 'count'
    | 'values'
    | 'order'
    | 'options_missing'
    | 'language'
    | 'markup'
    | 'too_long'
    | 'same_question'
    | 'same_answer'
    | 'turned'
    | 'by_order'
    | Untaken['code']
  item: string | null
  said: string[]
  looks?: true | undefined
}

/** Everything that is wrong between an instrument and the questions that are to become its wording. */
export function wordingFaults(instrument: Instrument, offer: Offer, pairs: readonly Pair[]): WordingFault[] {
  const worded = instrument.items.flatMap((item) => {
    const place = pairs.find((pair) => pair.item === item.key)?.offered
    const offered = place === null || place === undefined ? undefined : offer.items[place]
    return offered ? [{ item, offered }] : []
  })
  const used = new Set(pairs.flatMap(({ offered }) => offered ?? []))
  const languages = languagesIn(worded.map(({ offered }) => offered))
  return [
    ...pairs.flatMap(({ item, offered }) => (offered === null ? [fault('no_wording', item)] : [])),
    ...offer.items.flatMap(({ name }, place) => (used.has(place) ? [] : [look('left_over', null, name)])),
    ...offer.untaken.map(({ code, said }) => (code === 'more_cells' ? fault : look)(code, null, ...said)),
    ...(pairs.some(({ how }) => how === 'order') ? [look('by_order', null)] : []),
    ...worded.flatMap(({ item, offered }) => [
      ...optionFaults(item, offered),
      ...textFaults(item.key, offered, languages),
    ]),
    ...sameQuestions(worded, languages),
    ...turned(worded, languages),
  ]
}

type Worded = { item: Item; offered: OfferedItem }

const fault = (code: WordingFault['code'], item: string | null, ...said: string[]): WordingFault => ({
  code,
  item,
  said,
})
const look = (code: WordingFault['code'], item: string | null, ...said: string[]): WordingFault => ({
  ...fault(code, item, ...said),
  looks: true,
})

/** The languages of the first question: all of the wording is there in the same ones. */
export const languagesIn = ([first]: readonly OfferedItem[]): string[] =>
  Object.keys(first?.texts ?? {}).toSorted()

/** A row of numbers or a line needs words at its ends only. */
export const isLine = (item: Item, { options }: OfferedItem): boolean =>
  item.kind === 'rating' && options.length < item.values.length && options.length <= 2

/** As many answers as the item has values, with the same numbers in the same order. */
function optionFaults(item: Item, offered: OfferedItem): WordingFault[] {
  const { options } = offered
  if (!('values' in item))
    return options.length > 0 ? [fault('count', item.key, '0', String(options.length))] : []
  if (isLine(item, offered)) return []
  if (options.length === 0) return [fault('options_missing', item.key, String(item.values.length))]
  if (options.length !== item.values.length)
    return [fault('count', item.key, String(item.values.length), String(options.length))]
  const given = options.map(({ value }) => value)
  if (given.every((value) => value === null)) return []
  if (given.every((value, place) => value === item.values[place])) return []
  const isSame = item.values.every((value) => given.includes(value))
  return [
    fault(
      isSame ? 'order' : 'values',
      item.key,
      item.values.join(', '),
      given.map((one) => one ?? '–').join(', '),
    ),
  ]
}

const MOST_LETTERS = 500

function textFaults(key: string, { texts, hint, options, ends }: OfferedItem, languages: readonly string[]) {
  const all: Texts[] = [texts, ...options.map((option) => option.texts)]
  const aside = [hint, ends.least, ends.most].filter((one) => Object.keys(one).length > 0)
  const words = [...all, ...aside].flatMap((one) => Object.values(one))
  const missing = languages.filter((language) =>
    [...all, ...aside].some((one) => !Object.hasOwn(one, language)),
  )
  const repeated = languages.flatMap((language) =>
    twice(options.map((option) => option.texts[language] ?? '')),
  )
  return [
    ...missing.map((language) => fault('language', key, language)),
    ...words.filter((one) => /[{}]|<[a-z!/]/i.test(one)).map((one) => fault('markup', key, one.slice(0, 80))),
    ...words
      .filter((one) => one.length > MOST_LETTERS)
      .map((one) => fault('too_long', key, one.slice(0, 80))),
    ...[...new Set(repeated)].map((one) => fault('same_answer', key, one)),
  ]
}

/** Two items that ask the same in the same words: one of them was copied wrongly. */
function sameQuestions(worded: readonly Worded[], [language = '']: readonly string[]): WordingFault[] {
  const asked = worded.map(
    ({ offered }) => `${offered.hint[language] ?? ''} ${offered.texts[language] ?? ''}`,
  )
  const first = firstPlaces(asked)
  return worded.flatMap(({ item, offered }, place) =>
    (first[place] ?? place) < place ? [fault('same_question', item.key, offered.texts[language] ?? '')] : [],
  )
}

/** The same answers as in another item, but with their numbers the other way round: right only where the item is turned. */
function turned(worded: readonly Worded[], [language = '']: readonly string[]): WordingFault[] {
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

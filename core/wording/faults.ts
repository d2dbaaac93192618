import type { Instrument } from '../instruments/instrument.ts'
import type { Offer, OfferedItem, Texts } from '../questionnaire/offered.ts'
import { fault, look, type WordingFault } from './fault.ts'
import type { Pair } from './match.ts'
import { optionFaults, turned, uncounted, type Worded } from './option-faults.ts'
import { firstPlaces, twice } from './repeated.ts'

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
    ...uncounted(worded, languages),
  ]
}

/** The languages of the first question: all of the wording is there in the same ones. */
export const languagesIn = ([first]: readonly OfferedItem[]): string[] =>
  Object.keys(first?.texts ?? {}).toSorted()

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

import type { Form, FormQuestion, FormText } from '../form/form.ts'
import type { Instrument, Item, Licence } from '../instruments/instrument.ts'
import type { Offer, OfferedItem, Texts } from '../questionnaire/offered.ts'
import type { Pair } from './match.ts'
import { isLine } from './option-faults.ts'

/** The next version of an instrument: the same facts, with this wording and this licence. Nothing of it was checked yet. */
export function withWording(
  instrument: Instrument,
  {
    offer,
    pairs,
    licence,
    version,
  }: { offer: Offer; pairs: readonly Pair[]; licence: Licence; version: number },
): Instrument {
  const questions = pairs.flatMap(({ item: key, offered: place }) => {
    const item = instrument.items.find((one) => one.key === key)
    const offered = place === null ? undefined : offer.items[place]
    return item && offered ? [questionOf(item, offered)] : []
  })
  const form: Form = { title: instrument.title, pages: [{ name: 'page', elements: questions }] }
  return { ...instrument, version, licence, form }
}

const MOST_BUTTONS = 11
const LINE = 101

function questionOf(item: Item, offered: OfferedItem): FormQuestion {
  const base = {
    name: item.key,
    title: offered.texts,
    ...(isText(offered.hint) ? { description: offered.hint } : {}),
    ...(item.required ? { isRequired: true } : {}),
  }
  switch (item.kind) {
    case 'choice':
      return { ...base, type: 'radiogroup', choices: choicesOf(item.values, offered) }
    case 'multiple':
      return { ...base, type: 'checkbox', choices: choicesOf(item.values, offered) }
    case 'rating':
      return isRow(item.values) && (isLine(item, offered) || offered.options.every(isNumber))
        ? { ...base, ...rowOf(item.values, offered) }
        : { ...base, type: 'radiogroup', choices: choicesOf(item.values, offered) }
    case 'number':
      return {
        ...base,
        type: 'text',
        inputType: 'number',
        min: item.min,
        max: item.max,
        ...(item.whole ? { step: 1 } : {}),
      }
    case 'date':
      return { ...base, type: 'text', inputType: 'date' }
    case 'text':
      return { ...base, type: 'comment', rows: 3, maxLength: item.maxLength }
  }
}

const isText = (texts: Texts): texts is FormText => Object.keys(texts).length > 0

const choicesOf = (values: readonly number[], { options }: OfferedItem) =>
  values.map((value, place) => ({ value, text: options[place]?.texts ?? {} }))

/** Steps of one, few enough for buttons or exactly a line. */
const isRow = (values: readonly number[]) =>
  values.every((value, place) => value === (values[0] ?? 0) + place) &&
  (values.length <= MOST_BUTTONS || values.length === LINE)

const isNumber = ({ texts }: OfferedItem['options'][number]) =>
  Object.values(texts).every((text) => /^-?\d+$/.test(text))

/** The words at the ends stand apart, or are all the answers that the file names. */
function rowOf(values: readonly number[], { options, ends }: OfferedItem) {
  const [least = {}, most = {}] =
    options.length === 2 ? options.map(({ texts }) => texts) : [ends.least, ends.most]
  return {
    type: 'rating' as const,
    displayMode: 'buttons' as const,
    rateMin: values[0] ?? 0,
    rateMax: values.at(-1) ?? 0,
    ...(isText(least) ? { minRateDescription: least } : {}),
    ...(isText(most) ? { maxRateDescription: most } : {}),
  }
}

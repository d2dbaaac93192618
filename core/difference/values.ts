import { durationWords, lengthWords } from '../time/duration-words.ts'
import type { Localised } from '../words.ts'
import { fieldName } from './fields.ts'
import { isRecord } from './structural.ts'
import type { Titles } from './titles.ts'

const inBoth = (text: string): Localised => ({ nl: text, en: text })
const MOST_LETTERS = 280

const yes = { nl: 'ja', en: 'yes' }
const no = { nl: 'nee', en: 'no' }

/** Under which field a value stands, and what things are called. */
type About = { field: string; titles: Titles }

/** A value of a definition as people read it: a text as it is, a duration in words, a table as its size. */
export function valueWords(value: unknown, about: About): Localised {
  if (typeof value === 'boolean') return value ? yes : no
  if (typeof value === 'number') return inBoth(String(value))
  if (typeof value === 'string') return textWords(value, about)
  if (value === null || value === undefined) return { nl: 'niets', en: 'nothing' }
  if (Array.isArray(value)) return listWords(value, about)
  if (isRecord(value) && typeof value.nl === 'string' && typeof value.en === 'string')
    return { nl: value.nl, en: value.en }
  if (isRecord(value) && isRecord(value.title)) return valueWords(value.title, about)
  return isRecord(value) ? recordWords(value, about) : { nl: '', en: '' }
}

function recordWords(record: Record<string, unknown>, about: About): Localised {
  const { from, offset } = record
  if (typeof from === 'string' && typeof offset === 'string') return reminderWords(from, offset)
  const title = typeof record.id === 'string' ? about.titles.of(about.field, record.id) : undefined
  const said = Object.entries(record)
    .filter(([key]) => !(title && key === 'id'))
    .map(([key, value]) => ({ key, words: valueWords(value, { ...about, field: key }) }))
  const joined = (language: 'nl' | 'en') => {
    const fields = said.map(({ key, words }) => `${fieldName(key)[language]}: ${words[language]}`)
    return short([...(title ? [title[language]] : []), ...fields].join(', '))
  }
  return { nl: joined('nl'), en: joined('en') }
}

/** How long something lasts, where other durations say when it is. */
const LENGTHS = ['norm', 'skipIfAnsweredWithin', 'respondWithin', 'within']
const DURATION = /^-?P(\d|T)/

function textWords(value: string, { field, titles }: About): Localised {
  if (DURATION.test(value)) return LENGTHS.includes(field) ? lengthWords(value) : durationWords(value)
  return titles.of(field, value) ?? inBoth(value)
}

const reminderFrom: Record<string, Localised> = {
  opening: { nl: 'het openen', en: 'opening' },
  due: { nl: 'de uiterste dag', en: 'the due date' },
  anchor: { nl: 'waar het bij hoort', en: 'what it belongs to' },
}

function reminderWords(from: string, offset: string): Localised {
  const length = lengthWords(offset)
  const base = reminderFrom[from] ?? inBoth(from)
  const [nl, en] = offset.startsWith('-') ? ['vóór', 'before'] : ['na', 'after']
  return { nl: `${length.nl} ${nl} ${base.nl}`, en: `${length.en} ${en} ${base.en}` }
}

const MOST_MEMBERS = 8
const isPlain = (value: unknown) => !isRecord(value) && !Array.isArray(value)

/** Plain values are said in full, however many: two lists that differ never read the same. */
function listWords(values: readonly unknown[], about: About): Localised {
  if (!values.every(isPlain) && (values.some((one) => Array.isArray(one)) || values.length > MOST_MEMBERS))
    return { nl: `lijst van ${values.length}`, en: `list of ${values.length}` }
  const words = values.map((one) => valueWords(one, about))
  const joined = (language: 'nl' | 'en') => {
    const text = words.map((one) => one[language]).join(', ')
    return values.every(isPlain) ? text : short(text)
  }
  return values.length === 0 ? { nl: 'niets', en: 'nothing' } : { nl: joined('nl'), en: joined('en') }
}

const short = (text: string) => (text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)} …` : text)

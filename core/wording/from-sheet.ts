import {
  asOffer,
  languageTag,
  leftOut,
  noEnds,
  type OfferedItem,
  type OfferedOption,
  type ReadOffer,
  type Untaken,
} from '../questionnaire/offered.ts'
import { fold } from '../words/fold.ts'

/** What the columns of a sheet may be called, compared without case and marks. */
const COLUMNS = {
  item: ['item', 'vraag', 'question', 'key', 'naam'],
  language: ['language', 'taal', 'lang'],
  text: ['text', 'tekst', 'vraagtekst', 'wording'],
  options: ['options', 'opties', 'antwoorden', 'answers'],
  hint: ['hint', 'toelichting', 'explanation'],
} as const
type Column = keyof typeof COLUMNS

/**
 * The questions of a sheet: a row for each question and language, with the columns item, language, text and options. The
 * options stand in one cell, each on its own line or between bars: `0 = Nooit | 1 = Soms`.
 */
export function offerFromSheet(rows: readonly (readonly string[])[], language: string): ReadOffer {
  const [head = [], ...lines] = rows
  const places = placesOf(head)
  if (places.item === -1 || places.text === -1) return { unreadable: 'no_columns' }
  const items = new Map<string, OfferedItem>()
  const untaken = lines.flatMap((line) => beyond(head, line))
  for (const line of lines) {
    const cell = (column: Column) => (places[column] === -1 ? '' : (line[places[column]] ?? '').trim())
    const name = cell('item')
    const tag = languageTag(cell('language') || language)
    const known = items.get(name) ?? { name, codes: [], texts: {}, hint: {}, options: [], ends: noEnds }
    if (name === '' || cell('text') === '' || Object.hasOwn(known.texts, tag)) {
      untaken.push(...leftOut({ [tag]: line.filter((one) => one.trim()).join(' | ') }))
      continue
    }
    items.set(name, {
      ...known,
      texts: { ...known.texts, [tag]: cell('text') },
      hint: cell('hint') ? { ...known.hint, [tag]: cell('hint') } : known.hint,
      options: withOptions(known.options, cell('options'), tag),
    })
  }
  return asOffer([...items.values()], untaken)
}

/** Cells that no column is above: most often a text that was cut at the sign between two cells. */
function beyond(head: readonly string[], line: readonly string[]): Untaken[] {
  const over = line.slice(head.length).filter((one) => one.trim())
  return over.length > 0 ? [{ code: 'more_cells', said: [line[0] ?? '', over.join(' | ')] }] : []
}

function placesOf(head: readonly string[]): Record<Column, number> {
  const names = head.map((name) => fold(name))
  const place = (column: Column) =>
    names.findIndex((name) => (COLUMNS[column] as readonly string[]).includes(name))
  return {
    item: place('item'),
    language: place('language'),
    text: place('text'),
    options: place('options'),
    hint: place('hint'),
  }
}

/** Options of a second language are joined to those of the first by their place, and by their numbers where they have them. */
function withOptions(known: readonly OfferedOption[], cell: string, tag: string): OfferedOption[] {
  const given = cell
    .split(/[|\n]/)
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => {
      const [, value, text] = /^(-?\d{1,4})\s*[=:]\s*(.+)$/s.exec(one) ?? [null, null, one]
      return { value: value === null || value === undefined ? null : Number(value), text: text ?? one }
    })
  if (known.length === 0) return given.map(({ value, text }) => ({ value, texts: { [tag]: text } }))
  return known.map((option, place) => {
    const hasNumbers = given.some(({ value }) => value !== null)
    const same = hasNumbers ? given.find(({ value }) => value === option.value) : given[place]
    return same ? { ...option, texts: { ...option.texts, [tag]: same.text } } : option
  })
}

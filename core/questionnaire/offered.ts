/** One text per language, as it stands in a file. */
export type Texts = Record<string, string>

/** An answer to choose; `value` is null where the file does not say which number it counts for. */
export type OfferedOption = { value: number | null; texts: Texts }

/** A question as a file brings it, whatever kind of file that is. */
export type OfferedItem = {
  /** What the file calls it. */
  name: string
  /** Codes of other systems, such as LOINC, by which it can be known. */
  codes: string[]
  texts: Texts
  /** What is said below the question, or above a group of questions. */
  hint: Texts
  options: OfferedOption[]
  /** What stands at the ends of a line or a row of numbers. */
  ends: { least: Texts; most: Texts }
}

/**
 * What a file holds and a list of questions does not take over: a text that stands apart, a condition under which
 * something is asked (what it is about, and the condition), cells beyond the columns of a sheet.
 */
export type Untaken = { code: 'left_out' | 'condition' | 'more_cells'; said: string[] }

export type Offer = { items: OfferedItem[]; untaken: Untaken[] }

/** Why a file cannot be read as wording at all. */
export type Unreadable =
  | 'not_json'
  | 'not_a_questionnaire'
  | 'no_questions'
  | 'too_large'
  | 'no_columns'
  | 'open_quote'
export type ReadOffer = Offer | { unreadable: Unreadable }

export const noEnds = { least: {}, most: {} }
/** What a list may be at most: each is compared with each. */
const MOST = { questions: 300, options: 101, languages: 20 }

/** "nl-NL" and "NL" are "nl". */
export const languageTag = (text: string): string => text.trim().toLowerCase().slice(0, 2)

/** The texts of what stands above and below a question as one, in the languages that all of them have. */
export function joined(...parts: readonly Texts[]): Texts {
  const said = parts.filter((part) => Object.keys(part).length > 0)
  const languages = [...new Set(said.flatMap((part) => Object.keys(part)))]
  const common = languages.filter((language) => said.every((part) => Object.hasOwn(part, language)))
  const textIn = (language: string) =>
    said.flatMap((part) => part[language] ?? []).reduce((all, next) => `${all}${breakAfter(all)}${next}`)
  return Object.fromEntries(
    (common.length > 0 ? common : languages).map((language) => [language, textIn(language)]),
  )
}

const breakAfter = (text: string) => (/[.:?!…]$/.test(text) ? ' ' : ' – ')

/** A text that stands apart from the questions, in the first of its languages. */
export function leftOut(texts: Texts): Untaken[] {
  const [text] = Object.values(texts)
  return text ? [{ code: 'left_out', said: [text] }] : []
}

/** A list of questions, or why it is none. */
export function asOffer(items: OfferedItem[], untaken: Untaken[] = []): ReadOffer {
  if (items.length === 0) return { unreadable: 'no_questions' }
  const isLarge = items.some(
    ({ options, texts }) => options.length > MOST.options || Object.keys(texts).length > MOST.languages,
  )
  return items.length > MOST.questions || isLarge ? { unreadable: 'too_large' } : { items, untaken }
}

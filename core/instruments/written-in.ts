import { once } from '../memo.ts'
import { languages } from '../words.ts'
import type { Instrument } from './instrument.ts'

/** The languages in which a patient can read all of an instrument: every text of its form, and the period it asks about. */
export const writtenIn = once((instrument: Instrument): ReadonlySet<string> => {
  const texts = [instrument.recall, ...textsIn(instrument.form)]
  const [first = {}, ...others] = texts
  return new Set(
    Object.keys(first).filter((language) => others.every((text) => Object.hasOwn(text, language))),
  )
})

/** The first of these languages in which all of an instrument is written; else English, else its first. */
export function languageFor(instrument: Instrument, ...wanted: readonly string[]): string {
  const written = writtenIn(instrument)
  return [...wanted, 'en', ...written].find((language) => written.has(language)) ?? 'en'
}

/** The language in which a reader gets these questionnaires together; where they differ, that of the first. */
export const languageOfAll = (instruments: readonly Instrument[], ...wanted: readonly string[]): string =>
  instruments[0] ? languageFor(instruments[0], ...wanted) : (wanted[0] ?? 'en')

const TEXTS = new Set(['title', 'description', 'text', 'minRateDescription', 'maxRateDescription'])

/** Every text of a form that patients read: what names a text holds one for each language. */
function textsIn(part: unknown, name = ''): Record<string, string>[] {
  if (Array.isArray(part)) return part.flatMap((each) => textsIn(each))
  if (typeof part !== 'object' || part === null) return []
  if (TEXTS.has(name)) return [part as Record<string, string>]
  return Object.entries(part).flatMap(([key, value]) => textsIn(value, key))
}

/** Whether a person still has to sign for the wording in which this reader gets an instrument. */
export function isUncheckedIn(instrument: Instrument, language: string): boolean {
  const check = instrument.translations?.[language] ?? 'unchecked'
  return !languages.some((own) => own === language) && check === 'unchecked'
}

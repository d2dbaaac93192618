// This file imports nothing, so that the patient's page can use it for free.

/** What staff read, and what every definition is written in. */
export type Language = 'nl' | 'en'

export const languages: readonly Language[] = ['nl', 'en']

/** What patients read: pages, questions and mail. */
export type PatientLanguage = Language | 'de' | 'tr' | 'ar'

export const patientLanguages: readonly PatientLanguage[] = ['nl', 'en', 'de', 'tr', 'ar']

/** The first of these languages that we write; English when we write none of them. */
export const ourLanguage = (...wanted: readonly (string | null | undefined)[]): Language =>
  wanted.flatMap((language) => languages.find((ours) => ours === language) ?? [])[0] ?? 'en'

/** The same for what patients read. */
export const patientLanguage = (...wanted: readonly (string | null | undefined)[]): PatientLanguage =>
  wanted.flatMap((language) => patientLanguages.find((ours) => ours === language) ?? [])[0] ?? 'en'

/** How Intl writes dates and numbers. Arabic keeps the digits that stand on the answers. */
export const locales: Record<PatientLanguage, string> = {
  nl: 'nl-NL',
  en: 'en-GB',
  de: 'de-DE',
  tr: 'tr-TR',
  ar: 'ar-u-nu-latn',
}

/** From which side a language is written; a site may have added languages of its own to its questionnaires. */
export const dirOf = (language: string): 'ltr' | 'rtl' =>
  /^(ar|fa|he|ps|ur)\b/.test(language) ? 'rtl' : 'ltr'

/** A text in Dutch and English, and in whatever other languages a site has added. */
export type Localised = { nl: string; en: string; [language: string]: string }

/** A typed dictionary: the same keys in every language. Functions carry what is filled in or counted. */
export type Words<T, L extends string = Language> = Record<L, T>

/** The text in the wanted language; English when that language was never written. */
export function say(text: Localised, language: string): string {
  return Object.hasOwn(text, language) ? (text[language] ?? text.en) : text.en
}

/** The text in the first of these languages that it was written in, and which that is. */
export function sayIn(text: Record<string, string>, ...wanted: readonly string[]): Said {
  const written = Object.keys(text)
  const language = [...wanted, 'en', ...written].find((one) => written.includes(one)) ?? ''
  return { text: text[language] ?? '', language }
}
export type Said = { text: string; language: string }

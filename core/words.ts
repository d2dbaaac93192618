// This file imports nothing, so that the patient's page can use it for free.

export type Language = 'nl' | 'en'

export const languages: readonly Language[] = ['nl', 'en']

/** The first of these languages that we write; English when we write none of them. */
export const ourLanguage = (...wanted: readonly (string | null | undefined)[]): Language =>
  wanted.flatMap((language) => languages.find((ours) => ours === language) ?? [])[0] ?? 'en'

/** A text in Dutch and English, and in whatever other languages a site has added. */
export type Localised = { nl: string; en: string; [language: string]: string }

/** A typed dictionary: the same keys in every language. Functions carry what is filled in or counted. */
export type Words<T> = Record<Language, T>

/** The text in the wanted language; English when that language was never written. */
export function say(text: Localised, language: string): string {
  return Object.hasOwn(text, language) ? (text[language] ?? text.en) : text.en
}

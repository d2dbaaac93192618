import { dirOf, type PatientLanguage, type Said } from '../words.ts'

/** Things one after another in a sentence, with the comma of the language: Arabic has its own. */
export const listed = (parts: readonly string[], language: PatientLanguage): string =>
  parts.join(dirOf(language) === 'rtl' ? '، ' : ', ')

/** A title within a sentence: its first letter is small, but not in an abbreviation, nor in German, where nouns keep theirs. */
export function withinSentence({ text, language }: Said): string {
  if (language === 'de' || /^\p{Lu}{2}/u.test(text)) return text
  return text.slice(0, 1).toLocaleLowerCase(language || undefined) + text.slice(1)
}

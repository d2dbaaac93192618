import { dirOf, type PatientLanguage } from '../words.ts'

/** Things one after another in a sentence, with the comma of the language: Arabic has its own. */
export const listed = (parts: readonly string[], language: PatientLanguage): string =>
  parts.join(dirOf(language) === 'rtl' ? '، ' : ', ')

import type { PatientLanguage } from '../words.ts'

/**
 * What stands behind the words that patients read. Dutch and English were written side by side; the others were
 * translated from them. `unchecked` is said on every page until somebody who speaks the language signs for all of it:
 * `{ by: 'name', on: '2027-01-31' }`. The wording of a questionnaire is signed for in its own file (`translations`).
 */
type TranslationCheck = 'written' | 'unchecked' | { by: string; on: string }

const translationChecks: Record<PatientLanguage, TranslationCheck> = {
  nl: 'written',
  en: 'written',
  de: 'unchecked',
  tr: 'unchecked',
  ar: 'unchecked',
}

/** Whether a page in this language says that nobody has checked its words. */
export const isUnchecked = (language: PatientLanguage): boolean => translationChecks[language] === 'unchecked'

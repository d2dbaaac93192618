import type { Language } from '../words.ts'

/** On which side of the body a care path is; 'none' is not said. */
const words: Record<Language, Record<string, string>> = {
  nl: { left: 'links', right: 'rechts', both: 'beide kanten' },
  en: { left: 'left', right: 'right', both: 'both sides' },
}

export const saySide = (side: string, language: Language): string => words[language][side] ?? ''

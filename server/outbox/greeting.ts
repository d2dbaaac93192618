import type { PatientLanguage } from '../../core/words.ts'

export type Greeted = { givenName: string; familyName: string; sex: string }

const titles: Record<PatientLanguage, Record<string, string>> = {
  nl: { female: 'mevrouw', male: 'meneer' },
  en: { female: 'Ms', male: 'Mr' },
  de: { female: 'Frau', male: 'Herr' },
  tr: {}, // Turkish has one title for everybody, before the full name
  ar: { female: 'السيدة', male: 'السيد' },
}

/** 'mevrouw Van der Ploeg', or the full name where no title fits. A prefix behind a title has a capital. */
export function addressee({ givenName, familyName, sex }: Greeted, language: PatientLanguage): string {
  if (language === 'tr') return `Sayın ${givenName} ${familyName}`
  const title = titles[language][sex]
  if (!title) return `${givenName} ${familyName}`
  const name = language === 'nl' ? familyName.charAt(0).toUpperCase() + familyName.slice(1) : familyName
  return `${title} ${name}`
}

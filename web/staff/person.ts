import { ageOn } from '../../core/instruments/norm.ts'
import { saySide } from '../../core/words/side-words.ts'
import type { Words } from '../../core/words.ts'
import { useLanguage, useWords } from '../kit/words.tsx'

const words = {
  nl: {
    sex: { female: 'vrouw', male: 'man' } as Record<string, string>,
    sexShort: { female: 'v', male: 'm' } as Record<string, string>,
    years: (age: number) => `${age} jaar`,
  },
  en: {
    sex: { female: 'woman', male: 'man' } as Record<string, string>,
    sexShort: { female: 'f', male: 'm' } as Record<string, string>,
    years: (age: number) => `${age} years`,
  },
} satisfies Words<unknown>

type Person = { birthDate: string; sex: string }

/** A person in a few words: "67, v" in a list, "67 jaar, vrouw" on their own page; and the side of the body. */
export function usePersonWords() {
  const say = useWords(words)
  const { language } = useLanguage()
  const together = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(', ')
  return {
    short: (person: Person, on: string) =>
      together(String(ageOn(person.birthDate, on)), say.sexShort[person.sex]),
    long: (person: Person, on: string) =>
      together(say.years(ageOn(person.birthDate, on)), say.sex[person.sex]),
    side: (side: string) => saySide(side, language),
  }
}

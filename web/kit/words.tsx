import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { type Language, type Localised, say, type Words } from '../../core/words.ts'
import { keep, recall } from './kept.ts'

const REMEMBERED = 'uitkomst.language'

type Choice = { language: Language; choose: (language: Language) => void }

const Chosen = createContext<Choice>({ language: 'nl', choose: () => undefined })

/** The language this browser chose before, or the one it speaks; Dutch where neither is ours. */
export function firstLanguage(): Language {
  const remembered = recall('localStorage', REMEMBERED)
  if (remembered === 'nl' || remembered === 'en') return remembered
  return navigator.language.startsWith('en') ? 'en' : 'nl'
}

/** Gives everything below it one language, kept in this browser. */
export function LanguageProvider({ first, children }: { first: Language; children: ReactNode }) {
  const [language, setLanguage] = useState(first)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const choose = (next: Language) => {
    keep('localStorage', REMEMBERED, next)
    setLanguage(next)
  }
  return <Chosen value={{ language, choose }}>{children}</Chosen>
}

export const useLanguage = () => useContext(Chosen)

/** A feature's own dictionary in the reader's language. */
export function useWords<Dictionary>(words: Words<Dictionary>): Dictionary {
  return words[useLanguage().language]
}

/** Reads texts of a definition in the reader's language. */
export function useLocal(): (text: Localised) => string {
  const { language } = useLanguage()
  return (text) => say(text, language)
}

// No imports at run time: pages show this too.

import type { Language, Words } from '../words.ts'
import type { Scale } from './scale.ts'

/** What of a scale stands on a number that nobody has read in its source yet, or on a working agreement. */
export type UnverifiedPart = 'method' | 'bands' | 'error' | 'threshold' | 'acceptable' | 'norm'

export function unverifiedParts(scale: Scale): UnverifiedPart[] {
  const marked: Record<UnverifiedPart, boolean> = {
    method: scale.methodSource?.unverified === true,
    bands: scale.bandsSource?.unverified === true,
    error: scale.error?.unverified === true,
    threshold: scale.thresholds.some(({ unverified }) => unverified),
    acceptable: scale.acceptable?.some(({ unverified }) => unverified) === true,
    norm: scale.norms.some(({ unverified }) => unverified),
  }
  return (Object.keys(marked) as UnverifiedPart[]).filter((part) => marked[part])
}

const words = {
  nl: {
    parts: {
      method: 'de telling',
      bands: 'de grenzen',
      error: 'de meetfout',
      threshold: 'de maat voor een belangrijke verandering',
      acceptable: 'de grens voor tevredenheid',
      norm: 'de cijfers van anderen',
    },
    sentence: (parts: string) => `Nog niet nagekeken in de bron, of een werkafspraak: ${parts}.`,
  },
  en: {
    parts: {
      method: 'the scoring',
      bands: 'the bands',
      error: 'the measurement error',
      threshold: 'the size of a change that matters',
      acceptable: 'the score people find acceptable',
      norm: 'the figures of others',
    },
    sentence: (parts: string) => `Not yet checked in the source, or a working agreement: ${parts}.`,
  },
} satisfies Words<unknown>

/** One sentence that names them; null when there are none. */
export function sayUnverified(parts: readonly UnverifiedPart[], language: Language): string | null {
  const say = words[language]
  const named = [...new Set(parts)].map((part) => say.parts[part])
  return named.length === 0 ? null : say.sentence(new Intl.ListFormat(language).format(named))
}

import type { Words } from '../../../core/words.ts'

/** The patient's own words from before, and that a score is missing. */
export const textWords = {
  nl: {
    earlier: 'Eerder in eigen woorden',
    earlierAbout: (n: number) => (n === 1 ? '1 keer' : `${n} keer`),
    topic: 'wilde bespreken',
    notComputable: 'Niet te berekenen',
  },
  en: {
    earlier: 'Earlier, in their own words',
    earlierAbout: (n: number) => (n === 1 ? 'once' : `${n} times`),
    topic: 'wanted to discuss',
    notComputable: 'Not computable',
  },
} satisfies Words<unknown>

import type { Words } from '../../../../core/words.ts'

/** A change in words, beside its sign. */
export const verdictWords = {
  nl: {
    better: 'beter',
    worse: 'slechter',
    same: 'geen duidelijke verandering',
    unknown: 'niet te zeggen',
  },
  en: { better: 'better', worse: 'worse', same: 'no clear change', unknown: 'cannot be said' },
} satisfies Words<unknown>

import type { DeclineReason } from '../../core/mail/decline.ts'
import type { Words } from '../../core/words.ts'

/** Why a patient would rather not answer, as colleagues read it. */
export const declineWords = {
  nl: {
    'too-much': 'te veel vragen',
    'too-ill': 'te ziek of te moe',
    'no-use': 'weet niet waarvoor',
    'rather-talk': 'vertelt het liever zelf',
    private: 'wil het niet delen',
  },
  en: {
    'too-much': 'too many questions',
    'too-ill': 'too ill or too tired',
    'no-use': 'does not know what for',
    'rather-talk': 'would rather tell it',
    private: 'does not want to share it',
  },
} satisfies Words<Record<DeclineReason, string>>

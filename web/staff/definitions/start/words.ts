import type { Words } from '../../../../core/words.ts'

export const startWords = {
  nl: {
    empty: 'Nieuwe uitkomstenset',
    copy: 'Kopie van een uitkomstenset',
    go: 'Concept maken',
  },
  en: {
    empty: 'New outcome set',
    copy: 'Copy of an outcome set',
    go: 'Make a draft',
  },
} satisfies Words<unknown>

import type { WayAsked } from '../../../core/adaptive/way-asked.ts'
import type { Words } from '../../../core/words.ts'

export const wayWords = {
  nl: {
    way: 'Hoe gevraagd',
    ways: {
      adaptive: 'Vraag voor vraag gekozen: wat het meest zegt komt eerst.',
      'no-wording': 'Nog niet te vragen: de tekst is niet geplaatst.',
      'no-parameters':
        'Altijd alle vragen: van deze vragen is niet bekend wat elk antwoord zegt, dus geen ervan kan weg zonder de score te veranderen.',
      'no-rules':
        'Altijd alle vragen: wat elk antwoord zegt is bekend, maar er staan geen regels in voor de eerste vraag en voor stoppen.',
    } satisfies Record<WayAsked, string>,
  },
  en: {
    way: 'How it is asked',
    ways: {
      adaptive: 'Chosen one by one: what tells most comes first.',
      'no-wording': 'Cannot be asked yet: its wording is not installed.',
      'no-parameters':
        'Always all questions: it is not known what each answer tells, so none can go without changing the score.',
      'no-rules':
        'Always all questions: what each answer tells is known, but it has no rules for where to start and when to stop.',
    } satisfies Record<WayAsked, string>,
  },
} satisfies Words<unknown>

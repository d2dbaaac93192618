import type { NotScorable } from '../../../core/response.ts'
import type { Words } from '../../../core/words.ts'

type Because = { because: Record<NotScorable, (answered: number, of: number) => string> }

/** The patient's own words from before, and why a score is missing. */
export const textWords = {
  nl: {
    earlier: 'Eerder in eigen woorden',
    earlierAbout: (n: number) => (n === 1 ? '1 keer' : `${n} keer`),
    topic: 'wilde bespreken',
    notComputable: 'Niet te berekenen',
    because: {
      'too-few-answers': (answered, of) => `Te weinig beantwoord: ${answered} van ${of} vragen.`,
      'answer-outside-values': () => 'Een antwoord ligt buiten wat deze schaal kent.',
      'not-in-table': () => 'Deze combinatie van antwoorden staat niet in de tabel van de schaal.',
      'no-such-form': () => 'Voor deze versie van de vragen is er geen tabel.',
      'not-confirmed': () => 'Nog niemand heeft de tabel vergeleken met de bron.',
    },
  },
  en: {
    earlier: 'Earlier, in their own words',
    earlierAbout: (n: number) => (n === 1 ? 'once' : `${n} times`),
    topic: 'wanted to discuss',
    notComputable: 'Not computable',
    because: {
      'too-few-answers': (answered, of) => `Too few answered: ${answered} of ${of} questions.`,
      'answer-outside-values': () => 'An answer lies outside of what this scale knows.',
      'not-in-table': () => 'This combination of answers is not in the table of the scale.',
      'no-such-form': () => 'There is no table for this version of the questions.',
      'not-confirmed': () => 'Nobody has compared the table with its source yet.',
    },
  },
} satisfies Words<Because & Record<string, unknown>>

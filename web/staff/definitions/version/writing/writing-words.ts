import type { Words } from '../../../../../core/words.ts'

export const writingWords = {
  nl: {
    states: {
      open: 'Nog niet opgeslagen …',
      storing: 'Wordt opgeslagen …',
      failed: 'Niet opgeslagen. Het wordt zo weer geprobeerd.',
    },
    stored: (when: string) => `Opgeslagen, ${when}.`,
    storedFaulty: (when: string) => `Opgeslagen met fouten, ${when}. Aanbieden kan als ze eruit zijn.`,
    retry: 'Nu opslaan',
    elsewhere:
      'Dit is de laatste tekst zonder fouten. Wat nu wordt geschreven, heeft nog fouten en staat onder',
    unfinishedRead: 'Zo ver kwam de tekst; er zaten nog fouten in.',
    meanwhile: (by: string | null, when: string) =>
      `${by ?? 'Iemand'} veranderde dit concept op ${when}. Wat u daarna schreef, is niet opgeslagen.`,
    meanwhileMine: (when: string) =>
      `U veranderde dit concept zelf in een ander venster, op ${when}. Wat u hier schreef, is niet opgeslagen.`,
    closed: 'Dit is geen concept meer. Wat u schreef, is niet opgeslagen.',
    differing: 'Wat verschilt',
    heads: { was: 'Wat er staat', becomes: 'Wat u schreef' },
    theSame: 'Wat er staat, is hetzelfde als wat u schreef.',
    cannotCompare:
      'In een van beide zitten fouten, en dan zijn ze niet te vergelijken. Bewaar uw tekst eerst als bestand.',
    keep: 'Mijn tekst bewaren als bestand',
    theirs: 'Verder met wat er staat',
    mine: 'Mijn tekst ervoor in de plaats',
  },
  en: {
    states: {
      open: 'Not saved yet …',
      storing: 'Being saved …',
      failed: 'Not saved. It is tried again in a moment.',
    },
    stored: (when: string) => `Saved, ${when}.`,
    storedFaulty: (when: string) => `Saved with faults, ${when}. It can be handed in once they are gone.`,
    retry: 'Save now',
    elsewhere:
      'This is the last text without faults. What is being written still has faults, and stands under',
    unfinishedRead: 'This is how far the text came; there were still faults in it.',
    meanwhile: (by: string | null, when: string) =>
      `${by ?? 'Somebody'} changed this draft on ${when}. What you wrote after that is not saved.`,
    meanwhileMine: (when: string) =>
      `You changed this draft yourself in another window, on ${when}. What you wrote here is not saved.`,
    closed: 'This is no draft any more. What you wrote is not saved.',
    differing: 'What differs',
    heads: { was: 'What is there', becomes: 'What you wrote' },
    theSame: 'What is there is the same as what you wrote.',
    cannotCompare: 'One of the two has faults, so they cannot be compared. Keep your text as a file first.',
    keep: 'Keep my text as a file',
    theirs: 'Go on with what is there',
    mine: 'Put my text in its place',
  },
} satisfies Words<unknown>

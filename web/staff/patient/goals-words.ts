import type { Words } from '../../../core/words.ts'

/** The patient's own goals. */
export const goalsWords = {
  nl: {
    matters: (name: string) => `Wat telt voor ${name}`,
    said: (date: string) => `gezegd op ${date}`,
    step: (date: string, text: string) => `Lukt het? ${date}: ${text}`,
    notYet: 'Nog niet gevraagd of het lukt.',
  },
  en: {
    matters: (name: string) => `What matters to ${name}`,
    said: (date: string) => `said on ${date}`,
    step: (date: string, text: string) => `Does it work? ${date}: ${text}`,
    notYet: 'Not asked yet whether it works.',
  },
} satisfies Words<unknown>

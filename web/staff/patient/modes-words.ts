import type { Words } from '../../../core/words.ts'

/** Other ways to answer than the link in a mail. */
export const modesWords = {
  nl: {
    title: 'Nu nog in te vullen',
    tablet: 'Hier op een tablet invullen',
    type: 'Van papier of telefoon overnemen',
    print: 'Vragenlijst afdrukken',
    signsOut: 'U wordt op dit apparaat uitgelogd. Terug naar uw scherm kan alleen door opnieuw in te loggen.',
    handTo: (name: string) =>
      `Geef het apparaat daarna aan ${name}. Na afloop, of na vijf minuten stilte, staat er niets meer op.`,
    handOver: 'Uitloggen en overdragen',
    cancel: 'Annuleren',
  },
  en: {
    title: 'Can be answered now',
    tablet: 'Answer here on a tablet',
    type: 'Take over from paper or telephone',
    print: 'Print the questionnaire',
    signsOut: 'You will be signed out on this device. Back to your own screen is only by signing in again.',
    handTo: (name: string) =>
      `Then give the device to ${name}. At the end, or after five quiet minutes, nothing is left on it.`,
    handOver: 'Sign out and hand over',
    cancel: 'Cancel',
  },
} satisfies Words<unknown>

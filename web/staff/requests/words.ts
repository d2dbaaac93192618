import type { RequestKind } from '../../../core/patients/patient-request.ts'
import type { Words } from '../../../core/words.ts'

export const words = {
  nl: {
    title: 'Verzoeken van patiënten',
    about: (n: number) =>
      n === 0
        ? 'Er wacht niemand op antwoord.'
        : n === 1
          ? 'Eén patiënt wacht op antwoord.'
          : `${n} verzoeken wachten op antwoord.`,
    empty:
      'Wat patiënten zelf vragen over hun gegevens of over hoe ze bereikt worden, komt hier. Wat u antwoordt, lezen ze op hun eigen pagina.',
    first: (n: number) => `De oudste ${n} staan hieronder.`,
    born: (date: string) => `Geboren ${date}`,
    asked: (at: string) => `Gevraagd ${at}`,
    kinds: {
      correction: 'Iets in de gegevens klopt niet',
      deletion: 'Gegevens weghalen',
      objection: 'Bezwaar tegen gebruik om de zorg te verbeteren of voor onderzoek',
      reach: 'Anders bereikt worden',
      proxy: 'Iemand anders antwoordt, of niet meer',
      other: 'Iets anders',
    } as Record<RequestKind, string>,
    answer: 'Uw antwoord aan de patiënt',
    answerHint:
      'Regel eerst wat gevraagd wordt. Schrijf dan in gewone woorden wat er gedaan is, of waarom niet.',
    missing: 'Schrijf een antwoord.',
    send: 'Antwoord geven',
    sent: 'De patiënt kan uw antwoord lezen.',
    gone: 'Een collega heeft dit verzoek al beantwoord.',
  },
  en: {
    title: 'Requests of patients',
    about: (n: number) =>
      n === 0
        ? 'Nobody is waiting for an answer.'
        : n === 1
          ? 'One patient is waiting for an answer.'
          : `${n} requests are waiting for an answer.`,
    empty:
      'What patients themselves ask about their data or about how they are reached comes here. They read your answer on their own page.',
    first: (n: number) => `The oldest ${n} stand below.`,
    born: (date: string) => `Born ${date}`,
    asked: (at: string) => `Asked ${at}`,
    kinds: {
      correction: 'Something in the data is not right',
      deletion: 'Remove data',
      objection: 'Objection to use for improving care or for research',
      reach: 'To be reached in another way',
      proxy: 'Somebody else answers, or no longer does',
      other: 'Something else',
    } as Record<RequestKind, string>,
    answer: 'Your answer to the patient',
    answerHint: 'First arrange what is asked. Then write in plain words what was done, or why not.',
    missing: 'Write an answer.',
    send: 'Give the answer',
    sent: 'The patient can read your answer.',
    gone: 'A colleague has answered this request already.',
  },
} satisfies Words<unknown>

import type { NotScorable } from '../../../../core/response.ts'
import type { Words } from '../../../../core/words.ts'

export const formWords = {
  nl: {
    about:
      'Zoals een patiënt het krijgt, op de breedte van een telefoon. Vul in en zie wat het oplevert; er wordt niets bewaard.',
    wordless: 'De tekst van deze vragenlijst is niet geplaatst: er is geen formulier om te tonen.',
    instrument: 'Vragenlijst',
    language: 'Taal',
    phone: 'Voorbeeld van de vraag op een telefoon',
    previous: 'Vorige',
    next: 'Volgende',
    questionOf: (at: number, count: number) => `Vraag ${at} van ${count}`,
    scores: 'Wat de antwoorden opleveren',
    noScales: 'Deze vragenlijst heeft geen schalen: de antwoorden zelf tellen.',
    range: (low: number, high: number) => `${low} tot ${high}`,
    reasons: {
      'too-few-answers': 'nog te weinig antwoorden',
      'answer-outside-values': 'een antwoord dat niet bestaat',
      'not-in-table': 'staat niet in de tabel',
      'no-such-form': 'hoort bij geen formulier met een tabel',
      'not-confirmed': 'de tabel is nog door niemand nagelezen',
    } satisfies Record<NotScorable, string>,
  },
  en: {
    about: 'As a patient gets it, at the width of a phone. Answer and see what it comes to; nothing is kept.',
    wordless: 'The wording of this questionnaire is not installed: there is no form to show.',
    instrument: 'Questionnaire',
    language: 'Language',
    phone: 'Preview of the question on a phone',
    previous: 'Previous',
    next: 'Next',
    questionOf: (at: number, count: number) => `Question ${at} of ${count}`,
    scores: 'What the answers come to',
    noScales: 'This questionnaire has no scales: the answers themselves count.',
    range: (low: number, high: number) => `${low} to ${high}`,
    reasons: {
      'too-few-answers': 'too few answers yet',
      'answer-outside-values': 'an answer that does not exist',
      'not-in-table': 'is not in the table',
      'no-such-form': 'belongs to no form with a table',
      'not-confirmed': 'nobody has confirmed the table yet',
    } satisfies Record<NotScorable, string>,
  },
} satisfies Words<unknown>

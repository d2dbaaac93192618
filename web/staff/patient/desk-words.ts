import { planPartWords } from '../../../core/consult/plan-words.ts'
import type { Words } from '../../../core/words.ts'

/** Planning with one patient: their plan, an extra measurement, and the text for the record. */
export const deskWords = {
  nl: {
    ...planPartWords.nl,
    noPlan: 'Nog niet opgeschreven.',
    write: 'Plan opschrijven',
    change: 'Plan wijzigen',
    by: (name: string, date: string) => `${name}, ${date}`,
    optionsHint:
      'Wat is besproken als mogelijkheid, ook afwachten of eerst onderzoek doen. Kies daarna wat het werd.',
    more: 'Andere mogelijkheid',
    moreHint: 'Bijvoorbeeld: eerst een scan.',
    add: 'Toevoegen',
    notChosen: 'Nog niet gekozen',
    stages: 'Hun deel van het zorgpad',
    stagesHint: 'De fasen die voor deze patiënt gelden.',
    save: 'Opslaan',
    cancel: 'Annuleren',
    saved: 'Het plan is opgeslagen.',
    planBack: 'Het plan is weer zoals het was.',
    order: 'Extra meting vragen',
    orderTitle: 'Extra meting',
    what: 'Welke vragen',
    due: 'Rond welke dag',
    orderReason: 'Waarom',
    orderReasonHint: 'In een paar woorden; uw collega’s lezen dit terug bij het zorgpad.',
    orderAbout:
      'De patiënt krijgt de vragen van twee weken vóór tot twee weken na die dag, met mail en herinneringen als altijd.',
    ordered: (date: string) => `De extra meting staat klaar, rond ${date}.`,
    undone: 'teruggenomen na een vergissing',
    reasonShort: 'Schrijf in een paar woorden waarom.',
    problems: {
      changed_elsewhere:
        'Een collega wijzigde dit plan net. Sluit dit venster en kijk eerst wat er nu staat.',
      asked_already: 'Deze vragen staan al open voor de patiënt.',
      no_proxy:
        'Deze vragen zijn voor wie namens de patiënt antwoordt. Wijs eerst iemand aan, onder ‘Keuzes van de patiënt’.',
      enrolment_ended: 'Dit zorgpad is beëindigd.',
      day_passed: 'Kies vandaag of een latere dag.',
      day_too_far: 'Kies een dag binnen twee jaar.',
    },
    record: 'Tekst voor het dossier',
    recordAbout: 'Kopieer en plak in het dossier. Er gaat niets vanzelf naar een ander systeem.',
  },
  en: {
    ...planPartWords.en,
    noPlan: 'Not written down yet.',
    write: 'Write the plan',
    change: 'Change the plan',
    by: (name: string, date: string) => `${name}, ${date}`,
    optionsHint:
      'What was talked over as a possibility, also waiting or finding out first. Then choose what it became.',
    more: 'Another possibility',
    moreHint: 'For example: a scan first.',
    add: 'Add',
    notChosen: 'Not chosen yet',
    stages: 'Their part of the care path',
    stagesHint: 'The stages that hold for this patient.',
    save: 'Save',
    cancel: 'Cancel',
    saved: 'The plan was saved.',
    planBack: 'The plan is as it was.',
    order: 'Order an extra measurement',
    orderTitle: 'Extra measurement',
    what: 'Which questions',
    due: 'Round which day',
    orderReason: 'Why',
    orderReasonHint: 'In a few words; your colleagues read this with the care path.',
    orderAbout:
      'The patient gets the questions from two weeks before that day until two weeks after, with mail and reminders as always.',
    ordered: (date: string) => `The extra measurement is ready, round ${date}.`,
    undone: 'taken back after a mistake',
    reasonShort: 'Write in a few words why.',
    problems: {
      changed_elsewhere:
        'A colleague changed this plan just now. Close this window and look first at what stands there.',
      asked_already: 'These questions are open for the patient already.',
      no_proxy:
        'These questions are for who answers for the patient. Name somebody first, under ‘Choices of the patient’.',
      enrolment_ended: 'This care path has ended.',
      day_passed: 'Choose today or a later day.',
      day_too_far: 'Choose a day within two years.',
    },
    record: 'Text for the record',
    recordAbout: 'Copy and paste into the record. Nothing goes to another system by itself.',
  },
} satisfies Words<unknown>

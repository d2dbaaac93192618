import type { Words } from '../../../core/words.ts'

const nl = {
  period: 'Periode',
  lastMonths: (count: number) => `laatste ${count} maanden`,
  measure: 'Uitkomst',
  who: 'Wie',
  everybody: 'alle patiënten',
  fewClinicians: 'uw eigen: vanaf drie behandelaren met elk tien patiënten',
  moment: 'Meetmoment',
  usual: 'meeste antwoorden',
  by: 'Verdeeld over',
  byMoment: 'meetmomenten',
  as: 'Getekend als',
  asBands: 'balken',
  asBox: 'kwartielen en gemiddelde',
  upTo: (date: string) =>
    `Het is ${date}. Geteld in hele maanden, van minstens 10 mensen: wat er sindsdien bij kwam, wacht.`,
}

const en: typeof nl = {
  period: 'Period',
  lastMonths: (count) => `last ${count} months`,
  measure: 'Outcome',
  who: 'Who',
  everybody: 'all patients',
  fewClinicians: 'your own: from three clinicians with ten patients each',
  moment: 'Moment',
  usual: 'most answers',
  by: 'Split by',
  byMoment: 'moments',
  as: 'Drawn as',
  asBands: 'bars',
  asBox: 'quartiles and mean',
  upTo: (date) =>
    `It is ${date}. Counted in whole months, of at least 10 people: what has come since then waits.`,
}

/** What is looked at. */
export const filterWords = { nl, en } satisfies Words<typeof nl>

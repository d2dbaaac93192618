import type { Words } from '../words.ts'

const nl = {
  title: 'Kosten en energie, naast de uitkomst van dezelfde mensen',
  none: 'Er is nog geen halfjaar met tien of meer mensen van wie het eerste halve jaar voorbij is.',
  cohort: 'Begonnen in',
  treatment: 'Behandeling',
  noTreatment: 'nog geen keuze',
  people: 'Mensen',
  notWeighed: (unpriced: number): string =>
    unpriced > 0
      ? 'Wij wegen kosten en uitkomst pas als van alles wat mensen kregen een prijs bekend is.'
      : '',
  noPrice: 'prijs ontbreekt',
  hidden: 'niet getoond',
  euros: 'Kosten per patiënt',
  interval: '95 %-interval',
  better: (title: string) => title,
  answered: (n: number, people: number) => `${n} van ${people} mensen`,
  energy: 'Minuten team',
  visits: 'Bezoeken',
  byCohort: 'Per halfjaar van begin',
  byTreatment: (began: string) => `Per behandeling, begonnen in ${began}`,
  perStage: 'Kosten per fase, per patiënt',
  stage: 'Fase',
  weighing: {
    lower: {
      better: (from: string, to: string) => `${to} kostte minder dan ${from}, en de uitkomst is beter.`,
      worse: (from: string, to: string) =>
        `Let op: ${to} kostte minder dan ${from}, maar de uitkomst is slechter. Dat is geen besparing.`,
      'no-signal': (from: string, to: string) =>
        `${to} kostte minder dan ${from}; de uitkomst is niet duidelijk anders.`,
      unknown: (from: string, to: string) =>
        `${to} kostte minder dan ${from}. Of de uitkomst slechter werd, is niet te zeggen: te weinig antwoorden.`,
    },
    higher: {
      better: (from: string, to: string) => `${to} kostte meer dan ${from}, en de uitkomst is beter.`,
      worse: (from: string, to: string) =>
        `Let op: ${to} kostte meer dan ${from}, en de uitkomst is slechter.`,
      'no-signal': (from: string, to: string) =>
        `${to} kostte meer dan ${from}; de uitkomst is niet duidelijk anders.`,
      unknown: (from: string, to: string) =>
        `${to} kostte meer dan ${from}. Over de uitkomst is niets te zeggen.`,
    },
    'no-signal': {
      better: (from: string, to: string) =>
        `De kosten van ${to} en ${from} verschillen niet duidelijk; de uitkomst is beter.`,
      worse: (from: string, to: string) =>
        `De kosten van ${to} en ${from} verschillen niet duidelijk; de uitkomst is slechter.`,
      'no-signal': (from: string, to: string) =>
        `Tussen ${from} en ${to} verschillen kosten en uitkomst niet duidelijk.`,
      unknown: (from: string, to: string) =>
        `De kosten van ${to} en ${from} verschillen niet duidelijk. Over de uitkomst is niets te zeggen.`,
    },
  },
  foot: (unpriced: string) =>
    `Berekend, niet gemeten: wie een fase inging, kreeg de vaste activiteiten ervan, tegen de prijs van uw organisatie, in het eerste halve jaar. ${unpriced} Minuten zijn die van het team, bezoeken zijn afspraken in het ziekenhuis. Prijzen gaan nooit naar een andere organisatie.`,
  unpriced: (n: number) =>
    n === 0
      ? ''
      : n === 1
        ? 'Van 1 vaste activiteit is er nog geen prijs.'
        : `Van ${n} vaste activiteiten is er nog geen prijs.`,
  example: 'Er staan nog voorbeeldprijzen uit de uitkomstenset in.',
}

const en: typeof nl = {
  title: 'Costs and energy, beside the outcome of the same people',
  none: 'There is no half year yet with ten or more people whose first half year is over.',
  cohort: 'Began in',
  treatment: 'Treatment',
  noTreatment: 'not chosen yet',
  people: 'People',
  notWeighed: (unpriced: number): string =>
    unpriced > 0 ? 'Costs and outcome are weighed once everything that people had has a price.' : '',
  noPrice: 'price missing',
  hidden: 'not shown',
  euros: 'Cost per patient',
  interval: '95 % interval',
  better: (title) => title,
  answered: (n, people) => `${n} of ${people} people`,
  energy: 'Team minutes',
  visits: 'Visits',
  byCohort: 'By half year of start',
  byTreatment: (began) => `By treatment, begun in ${began}`,
  perStage: 'Cost per stage, per patient',
  stage: 'Stage',
  weighing: {
    lower: {
      better: (from, to) => `${to} cost less than ${from}, and the outcome is better.`,
      worse: (from, to) =>
        `Careful: ${to} cost less than ${from}, but the outcome is worse. That is no saving.`,
      'no-signal': (from, to) => `${to} cost less than ${from}; the outcome is not clearly different.`,
      unknown: (from, to) =>
        `${to} cost less than ${from}. Whether the outcome got worse cannot be said: too few answers.`,
    },
    higher: {
      better: (from, to) => `${to} cost more than ${from}, and the outcome is better.`,
      worse: (from, to) => `Careful: ${to} cost more than ${from}, and the outcome is worse.`,
      'no-signal': (from, to) => `${to} cost more than ${from}; the outcome is not clearly different.`,
      unknown: (from, to) => `${to} cost more than ${from}. Nothing can be said about the outcome.`,
    },
    'no-signal': {
      better: (from, to) => `The costs of ${to} and ${from} do not clearly differ; the outcome is better.`,
      worse: (from, to) => `The costs of ${to} and ${from} do not clearly differ; the outcome is worse.`,
      'no-signal': (from, to) => `Between ${from} and ${to} costs and outcome do not clearly differ.`,
      unknown: (from, to) =>
        `The costs of ${to} and ${from} do not clearly differ. Nothing can be said about the outcome.`,
    },
  },
  foot: (unpriced) =>
    `Calculated, not measured: whoever entered a stage had its fixed activities, at your organisation’s price, in the first half year. ${unpriced} Minutes are the team’s, visits are appointments in the hospital. Prices never go to another organisation.`,
  unpriced: (n) =>
    n === 0
      ? ''
      : n === 1
        ? 'One fixed activity has no price yet.'
        : `${n} fixed activities have no price yet.`,
  example: 'There are still example prices of the outcome set in it.',
}

/** What care costs, beside what it brought, on the page and on paper. */
export const costWords = { nl, en } satisfies Words<typeof nl>

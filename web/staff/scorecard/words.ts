import type { Words } from '../../../core/words.ts'

const nl = {
  tab: 'Scorekaart',
  title: (group: string) => `Scorekaart: ${group.toLocaleLowerCase('nl')}`,
  about: (team: string, day: string) =>
    `Team ${team}, tot en met ${day}. Geen totaalcijfer en geen rangorde: elke maat staat voor zichzelf.`,
  print: 'Afdrukken',
  team: 'Team',
  sides: { outcome: 'Uitkomst', experience: 'Ervaring', clinical: 'Klinisch', process: 'Proces' },
  columns: {
    figure: 'Maat',
    last: 'Laatste',
    before: 'Ervoor',
    target: 'Streef',
    n: 'Aantal',
    course: '24 maanden',
    signal: 'Signaal',
  },
  signals: {
    better: 'beter',
    worse: 'slechter',
    mixed: 'tegenstrijdig',
    'no-signal': 'geen signaal',
    'too-few': 'te weinig',
  },
  few: 'minder dan 10 mensen, of nog geen gegevens',
  foot: 'Signaal: volgens de regels van de regelkaart is het meer dan toeval. Ruit: signaal. Vlak: de grenzen van toeval. Groepen onder 10 mensen zijn verborgen.',
  costs: {
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
  },
  prices: {
    open: 'Prijzen invullen',
    title: 'Wat kost een activiteit bij u?',
    about: 'In euro, per keer. Leeg laten mag. De prijzen blijven binnen uw organisatie.',
    source: 'Waar komen deze prijzen vandaan?',
    sourceHint: 'Zoals “kostprijslijst 2026”.',
    save: 'Bewaren',
    close: 'Sluiten',
    per: (minutes: number) => `${minutes} min`,
  },
  problems: {
    prices_changed: 'Een collega veranderde deze prijzen net ook. Kijk ze na en bewaar opnieuw.',
    invalid:
      'Vul bij elke prijs een bedrag in, zoals 150 of 149,50, en schrijf erbij waar de prijzen vandaan komen.',
  } as Record<string, string>,
}

const en: typeof nl = {
  tab: 'Scorecard',
  title: (group) => `Scorecard: ${group.toLocaleLowerCase('en')}`,
  about: (team, day) => `Team ${team}, up to ${day}. No total and no ranking: each figure stands for itself.`,
  print: 'Print',
  team: 'Team',
  sides: { outcome: 'Outcome', experience: 'Experience', clinical: 'Clinical', process: 'Process' },
  columns: {
    figure: 'Figure',
    last: 'Last',
    before: 'Before',
    target: 'Target',
    n: 'Number',
    course: '24 months',
    signal: 'Signal',
  },
  signals: {
    better: 'better',
    worse: 'worse',
    mixed: 'contradictory',
    'no-signal': 'no signal',
    'too-few': 'too few',
  },
  few: 'fewer than 10 people, or no data yet',
  foot: 'Signal: by the rules of the control chart it is more than chance. Diamond: a signal. Band: the limits of chance. Groups under 10 people are hidden.',
  costs: {
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
  },
  prices: {
    open: 'Fill in prices',
    title: 'What does an activity cost you?',
    about: 'In euros, each time. You may leave some empty. The prices stay within your organisation.',
    source: 'Where do these prices come from?',
    sourceHint: 'Such as “price list 2026”.',
    save: 'Save',
    close: 'Close',
    per: (minutes) => `${minutes} min`,
  },
  problems: {
    prices_changed: 'A colleague changed these prices just now too. Check them and save again.',
    invalid: 'Enter an amount for each price, such as 150 or 149.50, and say where the prices come from.',
  },
}

export const words = { nl, en } satisfies Words<typeof nl>

import type { Words } from '../words.ts'

const nl = {
  title: (group: string) => `Scorekaart: ${group.toLocaleLowerCase('nl')}`,
  about: (team: string, day: string) =>
    `Team ${team}, perioden die voorbij zijn op ${day}. Geen totaalcijfer en geen rangorde: elke maat staat voor zichzelf.`,
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
  footOnPaper:
    'Signaal: volgens de regels van de regelkaart is het meer dan toeval. Groepen onder 10 mensen zijn verborgen.',
}

const en: typeof nl = {
  title: (group) => `Scorecard: ${group.toLocaleLowerCase('en')}`,
  about: (team, day) =>
    `Team ${team}, periods that were over on ${day}. No total and no ranking: each figure stands for itself.`,
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
  footOnPaper:
    'Signal: by the rules of the control chart it is more than chance. Groups under 10 people are hidden.',
}

/** The scorecard of a team, on the page and on paper. */
export const scorecardWords = { nl, en } satisfies Words<typeof nl>

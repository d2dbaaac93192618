import type { Words } from '../words.ts'

const nl = {
  title: (group: string) => `Uitkomsten: ${group}`,
  about: (team: string, from: string, to: string) => `Team ${team}, ${from} tot en met ${to}`,
  who: (property: string, level: string) => `Alleen ${property}: ${level}`,
  few: 'minder dan 10',
  hidden: 'niet getoond',
  moment: 'Meetmoment',
  n: 'Mensen',
  response: 'Respons',
  mean: 'Gemiddeld (95 %-interval)',
  group: 'Groep',
  asked: 'Gevraagd',
  step: 'Stap',
  count: 'Aantal',
  share: 'Van wie deze stap kon zetten',
  months: 'Maanden',
  change: 'Verandering (95 %-interval)',
  answered: 'Antwoordden van',
  of: (n: number, of: number) => `${n} van ${of}`,
  interval: (value: string, low: string, high: string) => `${value} (${low} tot ${high})`,
  foot: 'Groepen onder 10 mensen zijn niet getoond. Geteld in hele maanden die voorbij zijn.',
}

const en: typeof nl = {
  title: (group) => `Outcomes: ${group}`,
  about: (team, from, to) => `Team ${team}, ${from} up to and including ${to}`,
  who: (property, level) => `Only ${property}: ${level}`,
  few: 'fewer than 10',
  hidden: 'not shown',
  moment: 'Moment',
  n: 'People',
  response: 'Response',
  mean: 'Mean (95 % interval)',
  group: 'Group',
  asked: 'Asked',
  step: 'Step',
  count: 'Number',
  share: 'Of those who could take this step',
  months: 'Months',
  change: 'Change (95 % interval)',
  answered: 'Answered of',
  of: (n, of) => `${n} of ${of}`,
  interval: (value, low, high) => `${value} (${low} to ${high})`,
  foot: 'Groups under 10 people are not shown. Counted in whole months that are over.',
}

/** What stands on a team's page on paper, beside the words of the page itself. */
export const teamSheetWords = { nl, en } satisfies Words<typeof nl>

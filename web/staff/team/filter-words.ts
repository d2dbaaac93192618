import type { Words } from '../../../core/words.ts'

const nl = {
  filters: 'Wat u bekijkt',
  team: 'Team',
  period: 'Periode',
  lastMonths: (count: number) => `laatste ${count} maanden`,
  measure: 'Uitkomst',
  treatment: 'Behandeling',
  all: 'alle',
  moment: 'Meetmoment',
  usual: 'meeste antwoorden',
  by: 'Verdeeld over',
  byMoment: 'meetmomenten',
  byStage: 'fasen van het zorgpad',
  upTo: (date: string) => `Tot en met ${date}. Groepen onder 10 mensen zijn verborgen.`,
}

const en: typeof nl = {
  filters: 'What you are looking at',
  team: 'Team',
  period: 'Period',
  lastMonths: (count) => `last ${count} months`,
  measure: 'Outcome',
  treatment: 'Treatment',
  all: 'all',
  moment: 'Moment',
  usual: 'most answers',
  by: 'Split by',
  byMoment: 'moments',
  byStage: 'stages of the care path',
  upTo: (date) => `Up to and including ${date}. Groups of fewer than 10 people are hidden.`,
}

/** What is looked at. */
export const filterWords = { nl, en } satisfies Words<typeof nl>

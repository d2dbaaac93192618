import type { Words } from '../../../core/words.ts'

const nl = {
  title: 'Werkt het programma?',
  about: (from: string, to: string) =>
    `Alle teams over ${from} tot en met ${to}. Alleen cijfers van groepen; onder 10 mensen staat er niets. Geen rangorde: teams behandelen verschillende mensen.`,
  sum: (well: number, of: number) =>
    `Bij ${well} van de ${of} teams met genoeg mensen begint meer dan de helft van wie gevraagd is.`,
  none: 'Er zijn nog geen teams.',
  columns: {
    team: 'Team',
    invited: 'Gevraagd',
    started: 'Begonnen',
    discussed: 'Geopend en besproken',
    improving: 'Verbeteringen',
  },
  few: 'minder dan 10',
  improvements: (open: number, adopted: number, abandoned: number) =>
    open + adopted + abandoned === 0 ? 'geen' : `${open} loopt, ${adopted} behouden, ${abandoned} gestopt`,
  region: {
    title: 'De regio',
    shared: (since: string) =>
      `Sinds ${since} zien programmamanagers van organisaties die ook meedoen deze cijfers van onze teams, en de onze die van hen.`,
    notShared:
      'Alleen onze eigen teams staan hier. Laat het bestuur de regio deze cijfers zien, dan staan ook teams van organisaties die hetzelfde afspraken erbij.',
    share: 'Laat de regio deze cijfers zien',
    unshare: 'Laat de regio ze niet meer zien',
  },
}
const en: typeof nl = {
  title: 'Does the programme work?',
  about: (from, to) =>
    `All teams from ${from} to ${to}. Only figures of groups; below 10 people nothing is told. No ranking: teams treat different people.`,
  sum: (well, of) => `In ${well} of the ${of} teams with enough people, more than half of those asked start.`,
  none: 'There are no teams yet.',
  columns: {
    team: 'Team',
    invited: 'Asked',
    started: 'Started',
    discussed: 'Opened and discussed',
    improving: 'Improvements',
  },
  few: 'fewer than 10',
  improvements: (open, adopted, abandoned) =>
    open + adopted + abandoned === 0 ? 'none' : `${open} running, ${adopted} kept, ${abandoned} stopped`,
  region: {
    title: 'The region',
    shared: (since) =>
      `Since ${since}, programme managers of organisations that take part see these figures of our teams, and ours see theirs.`,
    notShared:
      'Only our own teams stand here. Where the board lets the region see these figures, teams of organisations that agreed to the same stand here too.',
    share: 'Let the region see these figures',
    unshare: 'Let the region see them no longer',
  },
}
export const words = { nl, en } satisfies Words<typeof nl>

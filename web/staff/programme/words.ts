import type { Move } from '../../../core/figures/funnel.ts'
import type { Words } from '../../../core/words.ts'

const nl = {
  title: 'Werkt het programma?',
  about: (from: string, to: string) =>
    `Alle teams over ${from} tot en met ${to}, naast de twaalf maanden ervoor. Alleen cijfers van groepen. Geen rangorde: teams behandelen verschillende mensen.`,
  none: 'Er zijn nog geen teams.',
  figures: 'De twee cijfers van het programma',
  nobody: 'nog te weinig mensen om te tellen',
  started: {
    title: 'Wie begint van wie gevraagd is',
    label: 'gestart',
    numbers: (n: number, of: number) => `${n} van ${of} uitgenodigd, alle teams samen`,
    reference: 'gewoon is 37 %',
  },
  discussed: {
    title: 'Wat wordt geopend en besproken',
    label: 'geopend en besproken',
    numbers: (n: number, of: number) => `${n} van ${of} uitslagen die besproken konden worden`,
    reference: 'gewoon is 15 %',
  },
  foot: 'Stip: dit jaar, met het 95 %-interval. Ring: de twaalf maanden ervoor. Streepje: wat in Nederlandse ziekenhuizen gewoon is.',
  all: {
    higher: 'Bij alle teams meer dan het jaar ervoor, en dat is meer dan toeval.',
    lower: 'Bij alle teams minder dan het jaar ervoor, en dat is meer dan toeval.',
    'no-signal': 'Bij geen team een verandering die groter is dan toeval.',
    'too-few': 'Nog te weinig mensen om met het jaar ervoor te vergelijken.',
  } satisfies Record<Move, string>,
  moved: (move: Move, teams: string) =>
    ({
      higher: `Meer dan het jaar ervoor, en dat is meer dan toeval: ${teams}.`,
      lower: `Minder dan het jaar ervoor, en dat is meer dan toeval: ${teams}.`,
      'no-signal': `Geen signaal: ${teams}.`,
      'too-few': `Te weinig mensen om te vergelijken: ${teams}.`,
    })[move],
  teams: 'De teams en wat zij verbeteren',
  improvements: (open: number, adopted: number, abandoned: number) =>
    open + adopted + abandoned === 0
      ? 'Nog geen verbetering begonnen.'
      : `Verbeteringen: ${open} loopt, ${adopted} behouden, ${abandoned} gestopt.`,
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
    `All teams from ${from} to ${to}, beside the twelve months before. Only figures of groups. No ranking: teams treat different people.`,
  none: 'There are no teams yet.',
  figures: 'The two figures of the programme',
  nobody: 'too few people to count yet',
  started: {
    title: 'Who starts of those asked',
    label: 'started',
    numbers: (n, of) => `${n} of ${of} invited, all teams together`,
    reference: 'usual is 37 %',
  },
  discussed: {
    title: 'What is opened and discussed',
    label: 'opened and discussed',
    numbers: (n, of) => `${n} of ${of} results that could be discussed`,
    reference: 'usual is 15 %',
  },
  foot: 'Dot: this year, with its 95 % interval. Ring: the twelve months before. Stripe: what is usual in Dutch hospitals.',
  all: {
    higher: 'More than the year before in every team, and more than chance.',
    lower: 'Less than the year before in every team, and more than chance.',
    'no-signal': 'In no team a change that is larger than chance.',
    'too-few': 'Too few people yet to compare with the year before.',
  },
  moved: (move, teams) =>
    ({
      higher: `More than the year before, and more than chance: ${teams}.`,
      lower: `Less than the year before, and more than chance: ${teams}.`,
      'no-signal': `No signal: ${teams}.`,
      'too-few': `Too few people to compare: ${teams}.`,
    })[move],
  teams: 'The teams and what they improve',
  improvements: (open, adopted, abandoned) =>
    open + adopted + abandoned === 0
      ? 'No improvement begun yet.'
      : `Improvements: ${open} running, ${adopted} kept, ${abandoned} stopped.`,
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

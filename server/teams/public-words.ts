import type { Bound } from '../../core/publication/publication.ts'
import type { Words } from '../../core/words.ts'

const nl = {
  title: 'Hoe gaat het met onze patiënten?',
  listAbout:
    'Teams die laten zien wat hun zorg oplevert. Geen rangorde: teams behandelen verschillende mensen.',
  none: 'Er is nog geen team dat zijn uitkomsten laat zien.',
  what: 'Wat we behandelen',
  period: (from: string, to: string) =>
    `Van ${from} tot en met ${to}. Afgerond, zodat niemand te herkennen is.`,
  response: (percent: number, bound: Bound | null) =>
    `Van elke 100 mensen die we iets vroegen, antwoordden er ${bound === null ? 'ongeveer' : bound === 'below' ? 'minder dan' : 'meer dan'} ${percent}.`,
  noResponse: 'Er zijn nog te weinig mensen iets gevraagd om de respons te noemen.',
  low: 'Dat is te weinig om de antwoorden te duiden: wie niet antwoordde, kan anders zijn.',
  sides: {
    outcome: 'Hoe het met patiënten gaat',
    experience: 'Wat patiënten ervaren',
    clinical: 'Wat we vastleggen',
    process: 'Hoe we werken',
  },
  columns: ['Maat', 'Uitkomst', 'Aantal'],
  better: { 'higher-is-better': 'hoger = beter', 'higher-is-worse': 'lager = beter' },
  unverified: 'Maten zijn werkafspraken van het team; zij zijn niet nagekeken in een bron.',
  download: 'Deze cijfers als bestand (CSV)',
  codebook: 'Uitleg bij elk veld (CSV)',
  record: 'Beschrijving voor datacatalogi (DCAT-AP)',
  referrers: 'Voor wie verwijst',
  tell: 'Wat u uw patiënt kunt vertellen',
  noRanking:
    'Deze cijfers gaan over de mensen die dit team behandelt. Vergelijk ze niet met die van een ander team: dat behandelt andere mensen.',
  figures: 'Alle cijfers van dit team',
  approved: (day: string) => `Goedgekeurd door de teamleider en de raad van bestuur op ${day}.`,
  other: 'English',
  all: 'Alle teams',
  demo: 'Dit is een voorbeeld. Alle mensen en cijfers hier zijn verzonnen.',
}

const en: typeof nl = {
  title: 'How do our patients fare?',
  listAbout: 'Teams that show what their care achieves. No ranking: teams treat different people.',
  none: 'No team shows its outcomes yet.',
  what: 'What we treat',
  period: (from, to) => `From ${from} to ${to}. Rounded, so that nobody can be recognised.`,
  response: (percent, bound) =>
    `Of every 100 people we asked, ${bound === null ? 'about' : bound === 'below' ? 'fewer than' : 'more than'} ${percent} answered.`,
  noResponse: 'Too few people have been asked yet to tell the response.',
  low: 'That is too few to interpret the answers: those who did not answer may be different.',
  sides: {
    outcome: 'How patients fare',
    experience: 'What patients experience',
    clinical: 'What we record',
    process: 'How we work',
  },
  columns: ['Figure', 'Outcome', 'People or lists'],
  better: { 'higher-is-better': 'higher = better', 'higher-is-worse': 'lower = better' },
  unverified: 'Figures are working agreements of the team; they were not checked in a source.',
  download: 'These figures as a file (CSV)',
  codebook: 'What each field means (CSV)',
  record: 'Description for data catalogues (DCAT-AP)',
  referrers: 'For who refers',
  tell: 'What you can tell your patient',
  noRanking:
    'These figures are about the people whom this team treats. Do not compare them with another team’s: it treats other people.',
  figures: 'All figures of this team',
  approved: (day) => `Approved by the team lead and the board on ${day}.`,
  other: 'Nederlands',
  all: 'All teams',
  demo: 'This is an example. All people and figures here are made up.',
}

export const words = { nl, en } satisfies Words<typeof nl>

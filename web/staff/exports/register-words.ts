import type { Words } from '../../../core/words.ts'

const nl = {
  keeper: (keeper: string) => `Registerhouder: ${keeper}.`,
  unverified: 'De velden zijn een voorbeeld, en geen beschrijving van een bestaand register.',
  delivery: 'Levering',
  closes: (from: string, to: string) => `Alles waarvan de termijn afloopt van ${from} tot en met ${to}.`,
  before: (day: string) => `Uiterlijk leveren op ${day}.`,
  was: (day: string) => `De uiterste dag was ${day}.`,
  nobody: 'In deze levering is niets te vragen.',
  complete: (complete: number, rows: number) => `${complete} van ${rows} regels zijn volledig.`,
  fields: 'Verplichte velden',
  columns: ['Veld', 'Gevraagd', 'Bekend', 'Deel'],
  lacking: 'Wat nog ontbreekt, en bij wie',
  lackingAbout: 'Bovenaan wie nog kan antwoorden. Namen ziet alleen wie deze mensen behandelt.',
  openUntil: (day: string) => `kan nog tot en met ${day}`,
  over: (day: string) => `voorbij sinds ${day}`,
  lacks: { missing: '', 'no-code': ' (geen code in dit register)', 'out-of-range': ' (buiten de grenzen)' },
  more: (count: number) => `En nog ${count}. Het bestand bevat ze allemaal.`,
}

const en: typeof nl = {
  keeper: (keeper) => `Kept by: ${keeper}.`,
  unverified: 'The fields are an example, and no description of an existing register.',
  delivery: 'Delivery',
  closes: (from, to) => `Everything of which the window ends from ${from} up to and including ${to}.`,
  before: (day) => `To be delivered by ${day}.`,
  was: (day) => `The last day was ${day}.`,
  nobody: 'There is nothing to ask in this delivery.',
  complete: (complete, rows) => `${complete} of ${rows} rows are complete.`,
  fields: 'Required fields',
  columns: ['Field', 'Asked', 'Known', 'Share'],
  lacking: 'What still lacks, and for whom',
  lackingAbout: 'Those who can still answer come first. Only who treats these people sees their names.',
  openUntil: (day) => `possible until ${day}`,
  over: (day) => `over since ${day}`,
  lacks: { missing: '', 'no-code': ' (no code in this register)', 'out-of-range': ' (outside the limits)' },
  more: (count) => `And ${count} more. The file has them all.`,
}

export const registerWords = { nl, en } satisfies Words<typeof nl>

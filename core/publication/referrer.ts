import { type Language, locales, say, type Words } from '../words.ts'
import { type Bound, isInterpretable, type Publication, type PublicFigure } from './publication.ts'

const nl = {
  share: (count: string, bound: Bound | null) =>
    `dat geldt voor ${bound === null ? 'ongeveer' : bound === 'below' ? 'minder dan' : 'meer dan'} ${count} van de 100.`,
  mean: (value: string, unit: string) => `gemiddeld ${value}${unit}.`,
  rate: (count: string) => `ongeveer ${count} per 100.`,
  better: { 'higher-is-better': 'Hoger is beter.', 'higher-is-worse': 'Lager is beter.' },
  of: (who: string, about: string) => `Geteld bij ${about}: ${who}.`,
  people: (n: number) => `ongeveer ${n}`,
  few: 'daar is nog niets over te zeggen: het gaat om minder dan 10 mensen.',
  low: 'daar is niets over te zeggen: te weinig mensen antwoordden.',
}
const en: typeof nl = {
  share: (count, bound) =>
    `that holds for ${bound === null ? 'about' : bound === 'below' ? 'fewer than' : 'more than'} ${count} of every 100.`,
  mean: (value, unit) => `${value}${unit} on average.`,
  rate: (count) => `about ${count} per 100.`,
  better: { 'higher-is-better': 'Higher is better.', 'higher-is-worse': 'Lower is better.' },
  of: (who, about) => `Counted among ${about}: ${who}.`,
  people: (n) => `about ${n}`,
  few: 'nothing can be said of it yet: it is about fewer than 10 people.',
  low: 'nothing can be said of it: too few people answered.',
}
const words = { nl, en } satisfies Words<typeof nl>

/** One thing that a referrer can tell a patient. */
export type ReferrerLine = { id: string; title: string; text: string }

/**
 * What a team published, in whole sentences for whoever refers a patient to it: of patients and what was recorded of
 * them, not of how the team works. It names no other team and puts nobody in an order. What patients answered is not told
 * where too few of them did.
 */
export const referrerLines = (publication: Publication, language: Language): ReferrerLine[] =>
  publication.figures
    .filter(({ side }) => side !== 'process')
    .map((figure) => ({
      id: figure.id,
      title: say(figure.title, language),
      text: sentence(figure, isInterpretable(publication), language),
    }))

function sentence(figure: PublicFigure, isInterpreted: boolean, language: Language): string {
  const text = words[language]
  if (figure.side !== 'clinical' && !isInterpreted) return text.low
  if (figure.value === null || figure.n === null) return text.few
  const told = [
    valueWords(figure, figure.value, language),
    figure.kind === 'individuals' ? text.better[figure.direction] : '',
    text.of(lowered(say(figure.denominator, language)), text.people(figure.n)),
  ]
  return told.filter((part) => part !== '').join(' ')
}

function valueWords({ kind, unit, bound }: PublicFigure, value: number, language: Language): string {
  const text = words[language]
  const number = (shown: number) =>
    new Intl.NumberFormat(locales[language], { maximumFractionDigits: 1 }).format(shown)
  if (kind === 'share') return text.share(number(value * 100), bound ?? null)
  if (kind === 'rate') return text.rate(number(value * 100))
  return text.mean(number(value), unit ? ` ${say(unit, language)}` : '')
}

const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

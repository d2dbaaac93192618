import { type Language, locales, say as sayIn, type Words } from '../words.ts'
import type { Bound, PublicFigure } from './publication.ts'

const nl = {
  bound: (number: string, bound: Bound) => `${bound === 'below' ? 'minder dan' : 'meer dan'} ${number}`,
  per: 'per 100 lijsten',
  people: (n: string) => `ongeveer\u00A0${n}`,
  hidden: 'minder dan 10 mensen',
}
const en: typeof nl = {
  bound: (number, bound) => `${bound === 'below' ? 'less than' : 'more than'} ${number}`,
  per: 'per 100 lists',
  people: (n) => `about\u00A0${n}`,
  hidden: 'fewer than 10 people',
}
const words = { nl, en } satisfies Words<typeof nl>

type Shown = Pick<PublicFigure, 'kind' | 'value' | 'n' | 'unit'> & { bound?: Bound | null | undefined }

/** A public figure in words, and of how many: who approves it reads what everybody would read. */
export function writeFigure(
  language: Language,
  { kind, value, n, unit, bound }: Shown,
): { value: string; n: string } {
  const say = words[language]
  const number = (one: number) =>
    new Intl.NumberFormat(locales[language], { maximumFractionDigits: 1 }).format(one)
  return { value: value === null ? '–' : written(value), n: n === null ? say.hidden : say.people(number(n)) }

  function written(known: number): string {
    if (kind === 'share') return within(`${number(known * 100)}\u00A0%`)
    if (kind === 'rate') return `${number(known * 100)} ${say.per}`
    return [number(known), unit && sayIn(unit, language)].filter(Boolean).join(' ')
  }
  function within(share: string): string {
    return bound ? say.bound(share, bound) : share
  }
}

import type { Formats } from '../words/formats.ts'
import type { Language, Words } from '../words.ts'

const words = {
  nl: {
    quarter: (number: string, year: string) => `kw ${number} ${year}`,
    half: (number: string, year: string) => `${number}e helft ${year}`,
  },
  en: {
    quarter: (number: string, year: string) => `Q${number} ${year}`,
    half: (number: string, year: string) => (number === '1' ? `first half ${year}` : `second half ${year}`),
  },
} satisfies Words<unknown>

/** Several periods by the first and the last of them, with the year. */
export function spanName(language: Language, format: Formats): (from: string, to: string) => string {
  const name = periodName(language, format)
  const withYear = (id: string) =>
    /^\d{4}-(?!01)\d\d$/.test(id) ? `${name(id)} ${id.slice(0, 4)}` : name(id)
  return (from, to) => {
    if (from === to) return withYear(to)
    return `${from.slice(0, 4) === to.slice(0, 4) ? name(from) : withYear(from)} – ${withYear(to)}`
  }
}

/** What a period is called: '2026-03', '2026-Q1' or '2026-H1'. A January says its year. */
export function periodName(language: Language, format: Formats): (id: string) => string {
  const say = words[language]
  return (id) => {
    const [, year = '', part, number = ''] = /^(\d{4})-([QH])(\d)$/.exec(id) ?? []
    if (part === 'Q') return say.quarter(number, year)
    if (part === 'H') return say.half(number, year)
    const month = format.shortMonth(`${id}-01`)
    return id.endsWith('-01') ? `${month} ${id.slice(0, 4)}` : month
  }
}

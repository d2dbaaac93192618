import type { Words } from '../../../core/words.ts'
import { useFormats } from '../../kit/format.ts'
import { useWords } from '../../kit/words.tsx'

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

/** What a period is called: '2026-03', '2026-Q1' or '2026-H1'. A January says its year. */
export function usePeriodName(): (id: string) => string {
  const say = useWords(words)
  const format = useFormats()
  return (id) => {
    const [, year = '', part, number = ''] = /^(\d{4})-([QH])(\d)$/.exec(id) ?? []
    if (part === 'Q') return say.quarter(number, year)
    if (part === 'H') return say.half(number, year)
    const month = format.shortMonth(`${id}-01`)
    return id.endsWith('-01') ? `${month} ${id.slice(0, 4)}` : month
  }
}

import { locales, type PatientLanguage } from '../../core/words.ts'

const made = new Map<string, Intl.DateTimeFormat>()

const SHAPES = {
  day: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  short: { day: 'numeric', month: 'short' },
  year: { year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** Making a format takes a hundred times as long as using it. */
function format(shape: keyof typeof SHAPES, language: PatientLanguage, zone: string) {
  const key = `${shape} ${language} ${zone}`
  const known =
    made.get(key) ?? new Intl.DateTimeFormat(locales[language], { ...SHAPES[shape], timeZone: zone })
  made.set(key, known)
  return known
}

/** Dates and numbers as people write them; an ISO date is that day everywhere, an instant is read in `zone`. */
export function sayings(language: PatientLanguage, zone: string) {
  const say = (shape: keyof typeof SHAPES) => (iso: string) =>
    (iso.length === 10
      ? format(shape, language, 'UTC').format(new Date(`${iso}T12:00:00Z`))
      : format(shape, language, zone).format(new Date(iso))
    ).replace(/^(\p{L}+),/u, '$1')
  const [day, time] = [say('day'), say('time')]
  return {
    /** di 24 nov 2026 */
    day,
    /** di 24 nov 2026, 10:20 */
    dayTime: (iso: string) => `${day(iso)}${language === 'ar' ? '،' : ','} ${time(iso)}`,
    /** 24 nov 2026 */
    date: say('date'),
    /** 24 nov */
    short: say('short'),
    year: say('year'),
    number: (value: number, digits: number) =>
      new Intl.NumberFormat(locales[language], { maximumFractionDigits: digits })
        .format(value)
        .replace('-', '−'),
  }
}
export type Sayings = ReturnType<typeof sayings>

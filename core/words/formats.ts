import { type Language, locales } from '../words.ts'

/** `2026-11-24` alone means that day wherever one reads it; an instant means a moment in the zone given. */
function moment(iso: string, zone: string): { at: Date; timeZone: string } {
  return iso.length === 10
    ? { at: new Date(`${iso}T12:00:00Z`), timeZone: 'UTC' }
    : { at: new Date(iso), timeZone: zone }
}

// A page writes hundreds of dates, and making a calendar takes longer than using it: each is made once.
const calendars = new Map<string, Intl.DateTimeFormat>()

function calendar(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  const made = calendars.get(key) ?? new Intl.DateTimeFormat(locale, options)
  calendars.set(key, made)
  return made
}

const closing = {
  nl: { day: (day: string) => `t/m ${day}`, time: (at: string) => `tot ${at}` },
  en: { day: (day: string) => `until the end of ${day}`, time: (at: string) => `until ${at}` },
}

/** Swedes write days as ISO does. */
function dayOf(iso: string, zone: string): string {
  const { at, timeZone } = moment(iso, zone)
  return calendar('sv-SE', { timeZone }).format(at)
}

/**
 * Dates and numbers as people in `language` write them; instants are read in `zone` (an IANA name). `now` is for whom a
 * date of this year needs no year: whoever reads on paper may do so years later, and gives none.
 */
export function formats(language: Language, zone: string, now?: string) {
  const locale = locales[language]
  const say = (iso: string, options: Intl.DateTimeFormatOptions) => {
    const { at, timeZone } = moment(iso, zone)
    // British English writes "Tue, 24 Nov": the comma is ours, before the time.
    return calendar(locale, { ...options, timeZone })
      .format(at)
      .replace(/^(\p{L}+),/u, '$1')
  }
  const day = (iso: string) => say(iso, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })
  const thisYear = now && dayOf(now, zone).slice(0, 4)
  const isThisYear = (iso: string) => dayOf(iso, zone).slice(0, 4) === thisYear
  const time = (iso: string) => say(iso, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const dayTime = (iso: string) => `${day(iso)}, ${time(iso)}`
  return {
    /** di 24 nov 2026 */
    day,
    /** di 24 nov 2026, 10:20 */
    dayTime,
    /** t/m ma 23 nov 2026, of what closes at midnight; otherwise tot di 24 nov 2026, 10:20 */
    until: (closesAt: string) =>
      time(closesAt) === '00:00'
        ? closing[language].day(day(new Date(Date.parse(closesAt) - 1).toISOString()))
        : closing[language].time(dayTime(closesAt)),
    /** 10:20 */
    time,
    /** 24 nov 2026 */
    date: (iso: string) => say(iso, { day: 'numeric', month: 'short', year: 'numeric' }),
    /** 24 nov, and 24 nov 2025 in another year */
    shortDate: (iso: string) =>
      say(iso, { day: 'numeric', month: 'short', ...(isThisYear(iso) ? {} : { year: 'numeric' }) }),
    /** za 21 nov */
    shortDay: (iso: string) => say(iso, { weekday: 'short', day: 'numeric', month: 'short' }),
    /** november 2026 */
    month: (iso: string) => say(iso, { month: 'long', year: 'numeric' }),
    /** nov */
    shortMonth: (iso: string) => say(iso, { month: 'short' }).replace('.', ''),
    /** 7,5 with at most `digits` decimals and at least `least`; a real minus sign, and none before a nought */
    number: (value: number, digits = 0, least = 0) =>
      new Intl.NumberFormat(locale, {
        maximumFractionDigits: digits,
        minimumFractionDigits: least,
        signDisplay: 'negative',
      })
        .format(value)
        .replace('-', '−'),
    /** 61 from 0.61 */
    percent: (share: number) =>
      new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(share * 100),
    /** 2026-11-24: the day of an instant in the zone, to compare and to key by. */
    isoDay: (iso: string) => dayOf(iso, zone),
    /** Sorts names as people expect them. */
    compare: new Intl.Collator(locale).compare,
  }
}

export type Formats = ReturnType<typeof formats>

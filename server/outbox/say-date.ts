import { locales, type PatientLanguage } from '../../core/words.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format takes a hundred times as long as using it. */
function format(language: PatientLanguage, zone: string, what: 'day' | 'time'): Intl.DateTimeFormat {
  const key = `${language} ${zone} ${what}`
  const known = formats.get(key)
  if (known) return known
  const options: Intl.DateTimeFormatOptions =
    what === 'day'
      ? { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }
      : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
  const made = new Intl.DateTimeFormat(locales[language], { ...options, timeZone: zone })
  formats.set(key, made)
  return made
}

/** 'dinsdag 24 november 2026' / 'Tuesday 24 November 2026'. */
export const sayDay = (instant: string, zone: string, language: PatientLanguage): string =>
  format(language, zone, 'day').format(new Date(instant)).replace(',', '')

/** '10:20'. */
export const sayTime = (instant: string, zone: string, language: PatientLanguage): string =>
  format(language, zone, 'time').format(new Date(instant))

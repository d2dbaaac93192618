import { locales, type PatientLanguage } from '../../core/words.ts'

const say = (
  instant: string,
  language: PatientLanguage,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
) => new Intl.DateTimeFormat(locales[language], { ...options, timeZone }).format(new Date(instant))

/** di 24 nov 2026 */
export function day(instant: string, language: PatientLanguage, timeZone: string): string {
  const parts = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const
  return say(instant, language, timeZone, parts).replace(/^(\p{L}+),/u, '$1')
}

/** di 24 nov 2026, 10:20 */
export function dayTime(instant: string, language: PatientLanguage, timeZone: string): string {
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  return `${day(instant, language, timeZone)}${language === 'ar' ? '،' : ','} ${say(instant, language, timeZone, time)}`
}

/** dinsdag 24 november */
export const longDay = (instant: string, language: PatientLanguage, timeZone: string): string =>
  say(instant, language, timeZone, { weekday: 'long', day: 'numeric', month: 'long' }).replace(',', '')

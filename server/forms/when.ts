import { locales, type PatientLanguage } from '../../core/words.ts'

const say = (
  instant: string,
  language: PatientLanguage,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
) => new Intl.DateTimeFormat(locales[language], { ...options, timeZone }).format(new Date(instant))

/** di 24 nov 2026, 10:20 */
export function dayTime(instant: string, language: PatientLanguage, timeZone: string): string {
  const day = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const date = say(instant, language, timeZone, day).replace(/^(\p{L}+),/u, '$1')
  return `${date}${language === 'ar' ? '،' : ','} ${say(instant, language, timeZone, time)}`
}

/** dinsdag 24 november */
export const longDay = (instant: string, language: PatientLanguage, timeZone: string): string =>
  say(instant, language, timeZone, { weekday: 'long', day: 'numeric', month: 'long' }).replace(',', '')

import type { Task } from './task.ts'

const LOCALE = { nl: 'nl-NL', en: 'en-GB' } as const
type Reads = Pick<Task, 'language' | 'timeZone'>

const say = (instant: string, { language, timeZone }: Reads, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(LOCALE[language], { ...options, timeZone }).format(new Date(instant))

/** dinsdag 24 november */
export const longDay = (instant: string, reads: Reads) =>
  say(instant, reads, { weekday: 'long', day: 'numeric', month: 'long' }).replace(',', '')

/** di 24 nov 2026, 10:20 */
export function dayTime(instant: string, reads: Reads): string {
  const day = say(instant, reads, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })
  const time = say(instant, reads, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return `${day.replace(/^(\p{L}+),/u, '$1')}, ${time}`
}

import { instantOf, localDate, moveDate } from './dates.ts'

/** When an organisation sends mail: 'HH:MM' in its own time zone, from (inclusive) until (exclusive). */
export type SendingHours = { timeZone: string; sendFrom: string; sendUntil: string }

/** Whether mail may go at this instant. */
export function isSendingHour({ timeZone, sendFrom, sendUntil }: SendingHours, now: string): boolean {
  const today = localDate(now, timeZone)
  return (
    instantOf(`${today}T${sendFrom}`, timeZone) <= now && now < instantOf(`${today}T${sendUntil}`, timeZone)
  )
}

/** The instant at which tomorrow's mail begins to go. */
export const tomorrowsMail = ({ timeZone, sendFrom }: SendingHours, now: string): string =>
  instantOf(`${moveDate(localDate(now, timeZone), 'P1D')}T${sendFrom}`, timeZone)

import { instantOf, localDate, moveDate } from './dates.ts'
import { isQuietDay } from './quiet-days.ts'

/** When an organisation sends mail: 'HH:MM' in its own time zone, from (inclusive) until (exclusive). */
export type SendingHours = {
  timeZone: string
  sendFrom: string
  sendUntil: string
  /** Days without mail, as core/time/quiet-days.ts writes them. */
  quietDays: readonly string[]
}

/** Whether mail may go at this instant. */
export function isSendingHour(
  { timeZone, sendFrom, sendUntil, quietDays }: SendingHours,
  now: string,
): boolean {
  const today = localDate(now, timeZone)
  return (
    !isQuietDay(quietDays, today) &&
    instantOf(`${today}T${sendFrom}`, timeZone) <= now &&
    now < instantOf(`${today}T${sendUntil}`, timeZone)
  )
}

/** As many quiet days in a row as are looked over; somebody who closes for a year has other things to do. */
const LONGEST = 366

/** The first day from this one on, an ISO date, on which mail goes. */
export function mailDayFrom({ quietDays }: SendingHours, from: string): string {
  let day = from
  for (let n = 0; n < LONGEST && isQuietDay(quietDays, day); n++) day = moveDate(day, 'P1D')
  return day
}

/** When mail goes again, an instant; null where it goes now. */
export function mailGoesAgain(hours: SendingHours, now: string): string | null {
  if (isSendingHour(hours, now)) return null
  const today = localDate(now, hours.timeZone)
  const begins = mailBegins(hours, mailDayFrom(hours, today))
  return begins > now ? begins : mailBegins(hours, mailDayFrom(hours, moveDate(today, 'P1D')))
}

/** The instant at which the mail of a day, an ISO date, begins to go. */
export const mailBegins = ({ timeZone, sendFrom }: SendingHours, day: string): string =>
  instantOf(`${day}T${sendFrom}`, timeZone)

import { instantOf, localDate, moveDate, moveInstant } from '../time/dates.ts'
import { isQuietDay } from '../time/quiet-days.ts'
import { isSendingHour, type SendingHours } from '../time/sending-hours.ts'
import { weekdayOf } from '../time/weekday.ts'

// What a clinician is mailed on the working day before a clinic: numbers, and nothing about anybody.

/** How many patients are expected, how many of them answered, and how many still can. */
export type EveTally = { patients: number; answered: number; open: number }

/** One appointment: of whom, whether the answers for the visit are in, and whether they still can be given. */
export type Expected = { patientId: string; isAnswered: boolean; isOpen: boolean }

/** Somebody who comes twice that day is one patient. */
export function tallyOf(expected: readonly Expected[]): EveTally {
  const ids = (which: (one: Expected) => boolean) =>
    new Set(expected.filter(which).map(({ patientId }) => patientId))
  const answered = ids(({ isAnswered }) => isAnswered)
  const open = ids(({ isOpen }) => isOpen).difference(answered)
  return { patients: ids(() => true).size, answered: answered.size, open: open.size }
}

/** A clinic of which nobody was asked anything, and can be asked nothing, is no news. */
export const isWorthTelling = ({ answered, open }: EveTally): boolean => answered + open > 0

/** Late enough for most answers to be in, early enough to call somebody. */
const AFTERNOON = '15:00'
/** Who stops mailing before the afternoon hears of it in the last hour. */
const LAST_HOUR = 'PT1H'

/** Whether it is time to tell what the next clinic brings. */
export function isEve(hours: SendingHours, now: string): boolean {
  const on = (time: string) => instantOf(`${localDate(now, hours.timeZone)}T${time}`, hours.timeZone)
  const lastHour = moveInstant(on(hours.sendUntil), `-${LAST_HOUR}`, hours.timeZone)
  return isSendingHour(hours, now) && (now >= on(AFTERNOON) || now >= lastHour)
}

/**
 * The days that a working day is the eve of: tomorrow; and with every free day (a weekend, a day without mail) the one
 * after it. ISO dates, both included.
 */
export function daysAhead(today: string, quietDays: readonly string[] = []): { from: string; to: string } {
  const from = moveDate(today, 'P1D')
  let to = from
  for (let n = 0; n < LONGEST_BREAK && (weekdayOf(to) > 5 || isQuietDay(quietDays, to)); n++)
    to = moveDate(to, 'P1D')
  return { from, to }
}

/** Days: no clinic is told of longer before. */
const LONGEST_BREAK = 14

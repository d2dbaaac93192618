import { instantOf, localDate, moveDate } from '../time/dates.ts'
import { isQuietDay } from '../time/quiet-days.ts'
import type { SendingHours } from '../time/sending-hours.ts'

/** When somebody who has no time now would like to be reminded. */
export const wantedTimes = ['tonight', 'tomorrow'] as const
export type WantedTime = (typeof wantedTimes)[number]

const MINUTES = 60_000
/** A reminder that comes sooner than this is no reminder. */
const SOONEST = 30 * MINUTES
/** Mail takes a while: the last half hour of the sending hours is not promised to anybody. */
const BEFORE_THE_END = 30
const EVENING = { from: '17:00', best: '19:00' }
const MORNING = '09:00'

/**
 * The instant of a reminder, within the sending hours: this evening, or tomorrow morning. Null where it cannot be:
 * the evening is over, or the organisation sends nothing then or on that day.
 */
export function wantedAt(when: WantedTime, hours: SendingHours, now: string): string | null {
  const today = localDate(now, hours.timeZone)
  const latest = minutesBefore(hours.sendUntil, BEFORE_THE_END)
  const best = when === 'tonight' ? EVENING.best : MORNING
  const time = [hours.sendFrom, best < latest ? best : latest].toSorted().at(-1) ?? best
  if (when === 'tonight' && time < EVENING.from) return null
  const day = when === 'tonight' ? today : moveDate(today, 'P1D')
  if (isQuietDay(hours.quietDays, day)) return null
  const at = instantOf(`${day}T${time}`, hours.timeZone)
  return Date.parse(at) - Date.parse(now) >= SOONEST ? at : null
}

/** 'HH:MM' moved back; never before midnight. */
function minutesBefore(time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const total = Math.max(0, hour * 60 + minute - minutes)
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`
}

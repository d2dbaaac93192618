import { localDate, moveDate } from '../time/dates.ts'
import { mailBegins, mailDayFrom, type SendingHours } from '../time/sending-hours.ts'

/**
 * Whether the patient's mail of this local day, and the one more that could not wait, have gone; and the day, an ISO
 * date, of the last mail or text message before today that asked something of them, of whichever outcome set.
 */
export type Gone = { day: boolean; late: boolean; lastOn: string | null }

/** `gapDays`: how many days the team wants between two mails; null is one, as everybody has. */
export type Asking = { dueAt: string; closesAt: string; gapDays: number | null }

/** Why something could not wait for the next mail: its answers are wanted before that, or it closes before. */
export type Early = 'due' | 'closes'

/** `until`: the day, an ISO date, of the mail that it waits for; `days`: how many lie between two mails. */
export type Waits<Due> = { one: Due; until: string; days: number }

export type MailOfDay<Due> = {
  /** What goes, all in one mail; empty where none goes. */
  due: readonly Due[]
  /** It is the second of the day. */
  isLate: boolean
  /** Set where it goes only because something in it cannot wait. */
  early: Early | null
  waits: readonly Waits<Due>[]
}

/**
 * Of all that a patient must be asked or reminded of now, what goes into a mail today, and what waits for which day. A
 * patient has one mail a day, and none on the days that a team wants between two mails; what cannot wait goes all the
 * same. A mail that goes anyhow takes along all that is due, so that nobody gets more mails; only a second one on a day
 * has nothing but what cannot wait, and a third never goes.
 */
export function mailOfTheDay<Due extends Asking>(
  due: readonly Due[],
  gone: Gone,
  hours: SendingHours,
  now: string,
): MailOfDay<Due> {
  const today = localDate(now, hours.timeZone)
  const lastOn = gone.day ? today : gone.lastOn
  const timed = due.map((one) => ({ one, waits: waitOf(one, lastOn, hours, today) }))
  // A second mail on a day is only for what cannot wait until tomorrow, however long the team would have it wait.
  const tomorrow = mailDayFrom(hours, moveDate(today, 'P1D'))
  const early = timed.flatMap(({ one, waits }) => {
    const why = waits && hastens(one, gone.day ? tomorrow : waits.until, hours, now)
    return why ? [{ one, why }] : []
  })
  const waits = timed.flatMap((each) => each.waits ?? [])
  const urgent = early[0]?.why ?? null
  if (gone.day) {
    const goes = gone.late ? [] : early.map(({ one }) => one)
    const isLeft = ({ one }: Waits<Due>) => !goes.includes(one)
    return {
      due: goes,
      isLate: goes.length > 0,
      early: goes.length > 0 ? urgent : null,
      waits: waits.filter(isLeft),
    }
  }
  const isFree = waits.length < due.length
  if (!isFree && !urgent) return { due: [], isLate: false, early: null, waits }
  return { due, isLate: false, early: isFree ? null : urgent, waits: [] }
}

/** For which mail it waits by the days between two; null where it is free to go today. */
function waitOf<Due extends Asking>(
  one: Due,
  lastOn: string | null,
  hours: SendingHours,
  today: string,
): Waits<Due> | null {
  const days = one.gapDays ?? 1
  const until = lastOn && moveDate(lastOn, `P${days}D`)
  return until && until > today ? { one, until: mailDayFrom(hours, until), days } : null
}

/** Why it cannot wait for the mail of a day. */
function hastens({ dueAt, closesAt }: Asking, day: string, hours: SendingHours, now: string): Early | null {
  const why: Early = dueAt > now ? 'due' : 'closes'
  return (why === 'due' ? dueAt : closesAt) < mailBegins(hours, day) ? why : null
}

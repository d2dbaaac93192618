import type { Mailed, Wish } from '../schedule/reminders.ts'
import { localDate } from '../time/dates.ts'
import { isSendingHour, type SendingHours } from '../time/sending-hours.ts'
import { mailOfTheDay } from './mail-of-the-day.ts'

/** What was written about an assessment, by mail and beyond it. */
export type Written = Mailed & { invitedAt: string | null; beyondMail: boolean }

/** What something unanswered calls for, and by which channel. */
export type ChannelledWish = { wish: Wish; channel: 'mail' | 'sms' }

/**
 * An unanswered assessment with what was written about it, and to whom and for which outcome set. `wishAt` says what it
 * calls for at an instant after that.
 */
export type Unanswered = {
  /** One person at one address. */
  patientId: string
  outcomeSet: string
  /** Whether whoever asks is shown it; what is not shown still decides the channel and the day of the rest. */
  isShown: boolean
  opensAt: string
  dueAt: string
  closesAt: string
  /** As in core/mail/mail-of-the-day.ts, `lastOn` too: of the patient. */
  gapDays: number | null
  lastOn: string | null
  written: Written
  wishAt(written: Written, at: string): ChannelledWish | null
}

/**
 * One person gets one message on one day; `day` is the place in the list of days. `waits`: by the days that a team wants
 * between two mails it does not go on that day, and would have gone.
 */
export type ComingMail = { day: number; patientId: string; outcomeSet: string; waits: boolean }

/**
 * What would go on each of these days if nobody answered and nothing changed: a day is the last instant of its sending
 * hours. A message that is about several outcome sets counts for each of them.
 */
export const comingMail = (
  unanswered: readonly Unanswered[],
  days: readonly string[],
  hours: SendingHours,
): ComingMail[] =>
  [...Map.groupBy(unanswered, ({ patientId }) => patientId).values()].flatMap((own) =>
    daysOf(own, days, hours),
  )

/** One person's days, each with what was written on the days before. */
function daysOf(own: readonly Unanswered[], days: readonly string[], hours: SendingHours): ComingMail[] {
  const written = new Map(own.map((one) => [one, one.written]))
  let lastOn = own[0]?.lastOn ?? null
  return days.flatMap((at, day) => {
    if (!isSendingHour(hours, at)) return [] // a quiet day
    const due = byOneChannel(own.flatMap((one) => wishedOf(one, written.get(one) ?? one.written, at)))
    const asking = due.map(({ one, wish }) => ({ ...one, of: one, wish }))
    const goes = mailOfTheDay(asking, { day: false, late: false, lastOn }, hours, at)
    for (const { of, wish } of goes.due) written.set(of, after(written.get(of) ?? of.written, wish, at))
    if (goes.due.length > 0) lastOn = localDate(at, hours.timeZone)
    const count = (all: readonly Unanswered[], waits: boolean) =>
      [...new Set(all.flatMap(({ isShown, outcomeSet }) => (isShown ? outcomeSet : [])))].map(
        (outcomeSet) => ({
          day,
          patientId: own[0]?.patientId ?? '',
          outcomeSet,
          waits,
        }),
      )
    return [
      ...count(goes.due, false),
      ...count(
        goes.waits.map(({ one }) => one),
        true,
      ),
    ]
  })
}

function wishedOf(one: Unanswered, written: Written, at: string) {
  const wished = one.opensAt > at || one.closesAt <= at ? null : one.wishAt(written, at)
  return wished ? [{ one, ...wished }] : []
}

/** Of what one person is to get on a day, what goes: by mail where mail has something to ask, the rest another day. */
export function byOneChannel<One extends { channel: 'mail' | 'sms' }>(due: readonly One[]): One[] {
  const channel = due.some((one) => one.channel === 'mail') ? 'mail' : 'sms'
  return due.filter((one) => one.channel === channel)
}

const after = (before: Written, { kind }: Wish, at: string): Written => ({
  ...before,
  lastAt: at,
  invitedAt: kind === 'invitation' ? at : before.invitedAt,
  beyondMail: before.beyondMail || kind === 'fallback',
})

import type { Mailed, Wish } from '../schedule/reminders.ts'

/** What was written about an assessment, by mail and beyond it. */
export type Written = Mailed & { invitedAt: string | null; beyondMail: boolean }

/** What something unanswered calls for, and by which channel. */
export type ChannelledWish = { wish: Wish; channel: 'mail' | 'sms' }

/**
 * An unanswered assessment with what was written about it, and to whom and for which outcome set. `wishAt` says what it
 * calls for at an instant after that.
 */
export type Unanswered = {
  patientId: string
  outcomeSet: string
  opensAt: string
  closesAt: string
  written: Written
  wishAt(written: Written, at: string): ChannelledWish | null
}

/** One person gets one message on one day; `day` is the place in the list of days. */
export type ComingMail = { day: number; patientId: string; outcomeSet: string }

/**
 * What would go on each of these days if nobody answered and nothing changed: a day is the last instant of its sending
 * hours. A message that is about several outcome sets counts for each of them.
 */
export const comingMail = (unanswered: readonly Unanswered[], days: readonly string[]): ComingMail[] =>
  [...Map.groupBy(unanswered, ({ patientId }) => patientId).values()].flatMap((own) => daysOf(own, days))

/** One person's days, each with what was written on the days before. */
function daysOf(own: readonly Unanswered[], days: readonly string[]): ComingMail[] {
  const written = new Map(own.map((one) => [one, one.written]))
  return days.flatMap((at, day) => {
    const going = byOneChannel(own.flatMap((one) => wishedOf(one, written.get(one) ?? one.written, at)))
    for (const { one, wish } of going) written.set(one, after(written.get(one) ?? one.written, wish, at))
    const sets = new Set(going.map(({ one }) => one.outcomeSet))
    return [...sets].map((outcomeSet) => ({ day, patientId: own[0]?.patientId ?? '', outcomeSet }))
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

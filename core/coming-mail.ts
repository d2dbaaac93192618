import type { Mailed, Wish } from './reminders.ts'

/** What was written about an assessment, by mail and beyond it. */
export type Written = Mailed & { invitedAt: string | null; beyondMail: boolean }

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
  wishAt(written: Written, at: string): Wish | null
}

/** One person gets one message on one day; `day` is the place in the list of days. */
export type ComingMail = { day: number; patientId: string; outcomeSet: string }

/**
 * What would go on each of these days if nobody answered and nothing changed: a day is the last instant of its sending
 * hours. A message that is about several outcome sets counts for each of them.
 */
export function comingMail(unanswered: readonly Unanswered[], days: readonly string[]): ComingMail[] {
  const all = unanswered.flatMap((one) => daysOf(one, days))
  const once = new Map(all.map((mail) => [`${mail.day} ${mail.outcomeSet} ${mail.patientId}`, mail]))
  return [...once.values()]
}

function daysOf(
  { opensAt, closesAt, written, wishAt, patientId, outcomeSet }: Unanswered,
  days: readonly string[],
) {
  let before = written
  return days.flatMap((at, day): ComingMail[] => {
    const wish = opensAt > at || closesAt <= at ? null : wishAt(before, at)
    if (!wish) return []
    before = after(before, wish, at)
    return [{ day, patientId, outcomeSet }]
  })
}

const after = (before: Written, { kind }: Wish, at: string): Written => ({
  ...before,
  lastAt: at,
  invitedAt: kind === 'invitation' ? at : before.invitedAt,
  beyondMail: before.beyondMail || kind === 'fallback',
})

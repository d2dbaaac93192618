import type { Moment } from './moment.ts'
import { type Asking, type Mailed, wishFor } from './reminders.ts'

/** An unanswered assessment with what was mailed about it, and to whom and for which outcome set. */
export type Unanswered = {
  patientId: string
  outcomeSet: string
  rules: Moment['reminders']
  asking: Asking
  mailed: Mailed
}

/** One person gets one mail on one day; `day` is the place in the list of days. */
export type ComingMail = { day: number; patientId: string; outcomeSet: string }

/**
 * What would go on each of these days if nobody answered and nothing changed: a day is the last instant of its sending
 * hours. A mail that is about several outcome sets counts for each of them.
 */
export function comingMail(
  unanswered: readonly Unanswered[],
  days: readonly string[],
  zone: string,
): ComingMail[] {
  const all = unanswered.flatMap((one) => daysOf(one, days, zone))
  const once = new Map(all.map((mail) => [`${mail.day} ${mail.outcomeSet} ${mail.patientId}`, mail]))
  return [...once.values()]
}

function daysOf(
  { rules, asking, mailed, patientId, outcomeSet }: Unanswered,
  days: readonly string[],
  zone: string,
) {
  let before = mailed
  return days.flatMap((at, day): ComingMail[] => {
    if (asking.opensAt > at || asking.closesAt <= at) return []
    const wish = wishFor(rules, asking, before, at, zone)
    if (!wish) return []
    before = { ...before, lastAt: at }
    return [{ day, patientId, outcomeSet }]
  })
}

import type { Moment } from '../outcome-sets/moment.ts'
import { moveInstant } from '../time/dates.ts'

/** `anchorAt` is null where the assessment was planned by hand: reminders counted from an anchor are then left out. */
export type Asking = { opensAt: string; dueAt: string; closesAt: string; anchorAt: string | null }

/**
 * What has gone about an assessment already: when the last mail was made that went or still may, and how many were
 * ever made of each kind.
 */
export type Mailed = { lastAt: string | null; invitations: number; reminders: number }

/**
 * `passed` counts the reminders that this mail makes superfluous. Ordinals count from 1, within their kind. By a fallback
 * another channel takes over from mail.
 */
export type Wish =
  | { kind: 'invitation'; ordinal: number; passed: number }
  | { kind: 'reminder'; ordinal: number; passed: number }
  | { kind: 'fallback'; ordinal: number; passed: 0 }

/** The instants at which reminders of an assessment are due, oldest first; only those while it is open. */
export function reminderTimes(rules: Moment['reminders'], asking: Asking, zone: string): string[] {
  const bases = { opening: asking.opensAt, due: asking.dueAt, anchor: asking.anchorAt }
  const times = rules.flatMap(({ from, offset }) => {
    const base = bases[from]
    return base ? [moveInstant(base, offset, zone)] : []
  })
  return [...new Set(times)].filter((time) => time > asking.opensAt && time < asking.closesAt).toSorted()
}

/**
 * The one mail that an open, unanswered assessment calls for now, or null. A mail made before the window (re)opened
 * does not count: a moved appointment is announced again. Of several reminders that were missed only one is sent.
 */
export function wishFor(
  rules: Moment['reminders'],
  asking: Asking,
  mailed: Mailed,
  now: string,
  zone: string,
): Wish | null {
  const { lastAt, invitations, reminders } = mailed
  if (lastAt === null || lastAt < asking.opensAt)
    return { kind: 'invitation', ordinal: invitations + 1, passed: 0 }
  const missed = reminderTimes(rules, asking, zone).filter((time) => time > lastAt && time <= now)
  if (missed.length === 0) return null
  return { kind: 'reminder', ordinal: reminders + missed.length, passed: missed.length - 1 }
}

import { localDate, moveDate } from './dates.ts'

// Whom to reach by another way than mail, and how: who was asked and does not answer, or cannot be mailed at all.

/** How a team reaches who does not answer its mail. Null: not. Costs are in cents, as the team itself reckons them. */
export type OutreachRule = {
  /** Days before the visit at which who has not answered is called. */
  callDaysBefore: number | null
  /** Who cannot be mailed gets a letter. */
  letters: boolean
  /** Days after the invitation without an answer at which the next channel takes over. */
  fallbackDays: number | null
  fallbackTo: 'letter' | 'call'
  costOfCall: number | null
  costOfLetter: number | null
}

/** What holds for a team that has set nothing. Costs are nobody's to guess. */
export const usualRule: OutreachRule = {
  callDaysBefore: 3,
  letters: true,
  fallbackDays: 7,
  fallbackTo: 'call',
  costOfCall: null,
  costOfLetter: null,
}

export const callOutcomes = [
  'will-answer',
  'new-link',
  'answered-by-phone',
  'does-not-want',
  'wrong-number',
  'not-reached',
] as const
export type CallOutcome = (typeof callOutcomes)[number]

export type PastCall = { at: string; outcome: CallOutcome }

/** An open, unanswered assessment of somebody who may be asked. Instants in UTC. */
export type Unreached = {
  /** Why no mail reaches this person, or null. */
  noMail: 'no-address' | 'address-dead' | null
  hasPhone: boolean
  /** When an invitation last went, by mail or letter. */
  invitedAt: string | null
  /** A letter was made, whether or not it has been posted. */
  hasLetter: boolean
  opensAt: string
  closesAt: string
  /** The visit that it is for, where there is one still to come. */
  visitAt: string | null
  calls: readonly PastCall[]
}

export type Reach = { by: 'letter' | 'call'; why: 'visit-near' | 'no-answer' | 'no-address' | 'address-dead' }

/** The post takes days: a letter that would come too late is not written. */
const POST_DAYS = 4
/** After so many tries nobody is called again about the same questions. */
const MOST_TRIES = 3

/**
 * The way to reach somebody now, and why; null when it is mail's turn, or nobody's. A letter goes while there is time
 * for one; a call when the visit is near, or where no letter can help any more.
 */
export function nextReach(rule: OutreachRule, one: Unreached, now: string, zone: string): Reach | null {
  const today = localDate(now, zone)
  const before = (instant: string, days: number) => moveDate(localDate(instant, zone), `-P${days}D`)
  const postInTime = today <= before(one.closesAt, POST_DAYS)
  const letter = (why: Reach['why']): Reach | null =>
    postInTime && !one.hasLetter ? { by: 'letter', why } : null
  const call = (why: Reach['why']): Reach | null => (mayCall(one, today, zone) ? { by: 'call', why } : null)

  if (one.noMail && rule.letters && postInTime) {
    const written = letter(one.noMail)
    if (written) return written
  }
  const isNear =
    rule.callDaysBefore !== null && today >= before(one.visitAt ?? one.closesAt, rule.callDaysBefore)
  const near = isNear ? call('visit-near') : null
  if (near) return near
  if (one.noMail && !one.hasLetter) return call(one.noMail)
  const { fallbackDays, fallbackTo } = rule
  if (fallbackDays === null || one.invitedAt === null) return null
  const isSilent = today >= moveDate(localDate(one.invitedAt, zone), `P${fallbackDays}D`)
  if (!isSilent) return null
  return fallbackTo === 'letter' ? letter('no-answer') : call('no-answer')
}

/** Who could not be reached is tried again on another day; what somebody said on the phone is not asked twice. */
function mayCall({ hasPhone, calls, opensAt }: Unreached, today: string, zone: string): boolean {
  if (!hasPhone) return false
  const since = calls.filter(({ at }) => at >= opensAt)
  return (
    since.length < MOST_TRIES &&
    since.every(({ at, outcome }) => outcome === 'not-reached' && localDate(at, zone) < today)
  )
}

/** What a way of reaching people brought: each asked person once, by their first call or letter. */
export type Reached = { n: number; started: number; answered: number }

/** Cents for each who answered afterwards; null while nobody did, or no rate is known. */
export const costPerAnswer = ({ answered }: Reached, times: number, cost: number | null): number | null =>
  cost === null || answered === 0 ? null : (times * cost) / answered

import { localDate, moveDate } from '../time/dates.ts'

// Whom to reach by another way than mail, and how: who was asked and does not answer, or cannot be mailed at all.

/** The channels that may follow on mail, in the order in which they take over from each other. */
export const laterChannels = ['sms', 'letter', 'call'] as const
export type LaterChannel = (typeof laterChannels)[number]

/** How a team reaches who does not answer its mail. Null: not. Costs are in cents, as the team itself reckons them. */
export type OutreachRule = {
  /** Days before the visit at which who has not answered is called. */
  callDaysBefore: number | null
  /** Who rather has text messages, or cannot be mailed, gets those. */
  texts: boolean
  /** Who can be mailed nor texted gets a letter. */
  letters: boolean
  /** Days after the last channel without an answer at which the next one takes over. */
  fallbackDays: number | null
  /** In their order; what does not reach somebody is passed over. */
  fallbackTo: readonly LaterChannel[]
  /** At least so many days between two mails or text messages to one person, of whichever set; null: one a day. */
  mailGapDays: number | null
  costOfCall: number | null
  costOfLetter: number | null
  costOfText: number | null
}

/** What holds for a team that has set nothing. Costs are nobody's to guess. */
export const usualRule: OutreachRule = {
  callDaysBefore: 3,
  texts: true,
  letters: true,
  fallbackDays: 7,
  fallbackTo: ['sms', 'call'],
  mailGapDays: null,
  costOfCall: null,
  costOfLetter: null,
  costOfText: null,
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

/**
 * 'address-unsure': a young person became old enough for an address of their own, and nobody said whose this is. The last
 * two are of who answers for the patient and has an own address.
 */
export type NoMail =
  | 'no-address'
  | 'address-dead'
  | 'address-unsure'
  | 'proxy-address-dead'
  | 'proxy-mail-off'

/** An open, unanswered assessment of somebody who may be asked. Instants in UTC. */
export type Unreached = {
  /** Why no mail reaches this person, or null. */
  noMail: NoMail | null
  hasPhone: boolean
  /** Their number takes text messages, and there is a gateway for them. */
  canText: boolean
  /** When an invitation last went, or a later channel took over, by mail, text message or letter. */
  invitedAt: string | null
  /** A text message was written, whether it went, waits, or was given up. */
  hasText: boolean
  /** A letter was made, whether or not it has been posted. */
  hasLetter: boolean
  /** Something was written and did not go yet. */
  waits: boolean
  /** The last text message did not arrive, and no mail takes its place: the next channel need not wait. */
  cameBack: boolean
  opensAt: string
  closesAt: string
  /** The visit that it is for, where there is one still to come. */
  visitAt: string | null
  calls: readonly PastCall[]
}

export type Reach = { by: LaterChannel; why: 'visit-near' | 'no-answer' | NoMail }

/** The post takes days: a letter that would come too late is not written. */
const POST_DAYS = 4
/** After so many tries nobody is called again about the same questions. */
const MOST_TRIES = 3

/**
 * The way to reach somebody now, and why; null when it is mail's turn, or nobody's. A letter goes while there is time
 * for one; a call when the visit is near, or where no letter can help any more. Text messages to who cannot be mailed
 * are invitations like mail: here they only follow on silence.
 */
export function nextReach(rule: OutreachRule, one: Unreached, now: string, zone: string): Reach | null {
  const today = localDate(now, zone)
  const before = (instant: string, days: number) => moveDate(localDate(instant, zone), `-P${days}D`)
  const postInTime = today <= before(one.closesAt, POST_DAYS)
  const ways = {
    sms: one.canText && !one.hasText && !one.hasLetter,
    letter: postInTime && !one.hasLetter,
    call: mayCall(one, today, zone),
  }
  const go = (by: LaterChannel, why: Reach['why']): Reach | null => (ways[by] ? { by, why } : null)

  const noWay = one.noMail && !(rule.texts && one.canText) ? one.noMail : null
  if (noWay && rule.letters && ways.letter) return go('letter', noWay)
  const isNear =
    rule.callDaysBefore !== null && today >= before(one.visitAt ?? one.closesAt, rule.callDaysBefore)
  if (isNear && ways.call) return go('call', 'visit-near')
  if (noWay && !one.hasLetter) return go('call', noWay)
  const next = laterChannels.find((channel) => rule.fallbackTo.includes(channel) && ways[channel])
  return next && isSilent(rule, one, today, zone) ? { by: next, why: 'no-answer' } : null
}

/** Whether the last channel had its time: nothing waits to go, and it did not arrive or so many days brought no answer. */
function isSilent({ fallbackDays }: OutreachRule, one: Unreached, today: string, zone: string): boolean {
  if (fallbackDays === null || one.waits) return false
  if (one.cameBack) return true
  if (one.invitedAt === null) return false
  return today >= moveDate(localDate(one.invitedAt, zone), `P${fallbackDays}D`)
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

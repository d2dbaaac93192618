import type { ChannelledWish } from '../../core/mail/coming-mail.ts'
import { isDoneWithout } from '../../core/mail/mail-topics.ts'
import { nextReach, type OutreachRule, type PastCall } from '../../core/mail/outreach.ts'
import { wishFor } from '../../core/schedule/reminders.ts'
import { anchorInstant } from '../../core/schedule.ts'
import { localDate } from '../../core/time/dates.ts'
import { hasSomethingToAsk } from '../acts/asked.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import { type Channel, canText, channelOf } from '../patients/texting.ts'
import type { Candidate } from './candidates.ts'
import { latest, type MailedSoFar } from './mailed-about.ts'

type Tools = Pick<Deps, 'seal' | 'config'>
type Known = {
  version: SetVersion
  mailed: MailedSoFar
  rule: OutreachRule
  calls: readonly PastCall[]
  zone: string
}

const asPatient = (one: Candidate) => ({ ...one, id: one.patientId })

/** By which channel a candidate is asked; null where none reaches them. Where a text did not arrive, mail takes over. */
function channelTo(tools: Tools, candidate: Candidate, { rule, mailed }: Known): Channel | null {
  const hasMail = candidate.email !== null && candidate.emailDeadAt === null
  return channelOf(tools, asPatient(candidate), rule.texts && !(hasMail && mailed.textFailedAt))
}

/** What an open, unanswered assessment calls for now, and by which channel; null where that is nothing. */
export function wishedFor(
  tools: Tools,
  candidate: Candidate,
  known: Known,
  now: string,
): ChannelledWish | null {
  const { version, mailed, zone } = known
  const channel = channelTo(tools, candidate, known)
  if (!channel || mailed.waiting || !hasSomethingToAsk(version, candidate.moment, localDate(now, zone)))
    return null
  // Who has a number alone is not texted again each day after a text that did not arrive: only as reminders come round.
  const lastAt = channel === 'sms' ? latest(mailed.lastAt, mailed.textFailedAt) : mailed.lastAt
  const reminders = remindersOf(version, candidate)
  const wish = wishFor(reminders, askingOf(candidate), { ...mailed, lastAt }, now, zone)
  // Written and never sent, a reminder would be written again each day, and take the day of an invitation.
  if (wish?.kind !== 'invitation' && isDoneWithout(candidate.mailOff, 'reminder')) return null
  if (wish) return { wish, channel }
  const isNext = channel === 'mail' && isTextNext(tools, candidate, known, now)
  if (!isNext) return null
  // One that was held back when it was to go keeps its number.
  return { wish: { kind: 'fallback', ordinal: mailed.fallbacks + 1, passed: 0 }, channel: 'sms' }
}

/** Whether mail was met with silence for so long that a text message takes over; a call, where one is near, goes first. */
function isTextNext(
  tools: Tools,
  candidate: Candidate,
  { mailed, rule, calls, zone }: Known,
  now: string,
): boolean {
  const { visitAt, opensAt, closesAt, phone } = candidate
  const silent = {
    noMail: null,
    hasPhone: phone !== null,
    canText: true,
    invitedAt: mailed.invitedAt,
    hasText: mailed.beyondMail,
    hasLetter: mailed.beyondMail,
    waits: false,
    cameBack: false,
    opensAt,
    closesAt,
    visitAt: visitAt && visitAt > now ? visitAt : null,
    calls,
  }
  // The number is opened only for those of whom the rest is true.
  return nextReach(rule, silent, now, zone)?.by === 'sms' && canText(tools, asPatient(candidate))
}

/** The rules by which somebody is reminded of an assessment. */
const remindersOf = ({ set }: SetVersion, { moment }: Pick<Candidate, 'moment'>) =>
  set.moments.find(({ id }) => id === moment)?.reminders ?? []

/** The instants of an assessment that reminders are counted from. */
const askingOf = ({ opensAt, dueAt, closesAt, why }: Candidate) => ({
  opensAt,
  dueAt,
  closesAt,
  anchorAt: anchorInstant(why),
})

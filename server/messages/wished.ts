import { localDate } from '../../core/dates.ts'
import { mayBeAsked } from '../../core/licence.ts'
import { nextReach, type OutreachRule } from '../../core/outreach.ts'
import { type Wish, wishFor } from '../../core/reminders.ts'
import { anchorInstant } from '../../core/schedule.ts'
import { askedInstruments } from '../acts/asked.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import { type Channel, canText, channelOf } from '../patients/texting.ts'
import type { Candidate } from './candidates.ts'
import type { MailedSoFar } from './mailed-about.ts'

type Tools = Pick<Deps, 'seal' | 'config'>
export type Wished = { wish: Wish; channel: Channel }
type Known = { version: SetVersion; mailed: MailedSoFar; rule: OutreachRule; zone: string }

const asPatient = (one: Candidate) => ({ ...one, id: one.patientId })

/** By which channel a candidate is asked; null where none reaches them. */
const channelTo = (tools: Tools, candidate: Candidate, { texts }: OutreachRule): Channel | null =>
  channelOf(tools, asPatient(candidate), texts)

/** What an open, unanswered assessment calls for now, and by which channel; null where that is nothing. */
export function wishedFor(tools: Tools, candidate: Candidate, known: Known, now: string): Wished | null {
  const { version, mailed, rule, zone } = known
  const channel = channelTo(tools, candidate, rule)
  if (!channel || mailed.waiting || !hasSomethingToAsk(version, candidate, now, zone)) return null
  const wish = wishFor(remindersOf(version, candidate), askingOf(candidate), mailed, now, zone)
  if (wish) return { wish, channel }
  const isNext = channel === 'mail' && isTextNext(tools, candidate, known, now)
  if (!isNext) return null
  // One that was held back when it was to go keeps its number.
  return { wish: { kind: 'fallback', ordinal: mailed.fallbacks + 1, passed: 0 }, channel: 'sms' }
}

/** Nobody is invited to questions that no licence allows to be asked today. */
const hasSomethingToAsk = (version: SetVersion, { moment }: Candidate, now: string, zone: string): boolean =>
  askedInstruments(version, moment).instruments.some((one) => mayBeAsked(one, localDate(now, zone)))

/** Whether mail was met with silence for so long that a text message takes over; a call, where one is near, goes first. */
function isTextNext(tools: Tools, candidate: Candidate, { mailed, rule, zone }: Known, now: string): boolean {
  const { visitAt, opensAt, closesAt, phone } = candidate
  const silent = {
    noMail: null,
    hasPhone: phone !== null,
    canText: true,
    invitedAt: mailed.invitedAt,
    hasText: mailed.beyondMail,
    hasLetter: mailed.beyondMail,
    waits: false,
    opensAt,
    closesAt,
    visitAt: visitAt && visitAt > now ? visitAt : null,
    calls: [],
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

import type { Standing } from '../../core/consult/clinic-day.ts'
import type { AssessmentState } from '../../core/consult/next-step.ts'
import { type DeclineReason, declineReason } from '../../core/mail/decline.ts'
import type { Moment } from '../../core/outcome-sets/moment.ts'
import { isAnswerable, statusOf } from '../../core/schedule/assessment-status.ts'
import { localDate } from '../../core/time/dates.ts'
import { noMailAbout } from '../patients/own-address.ts'
import type { ProxyAddress } from '../patients/proxies.ts'
import type { Asked, Assessment, Response } from './asked.ts'

/** Why no mail reaches a patient; null where nothing stands in the way. */
export type Silence = Exclude<Standing['why'], 'failed'>

/** Mail about an assessment: how much went out, when the last of it, whether any failed, and whether a text message went. */
export type Mailed = { sent: number; lastAt: string | null; hasFailed: boolean; isTexted: boolean }

export const notMailed: Mailed = { sent: 0, lastAt: null, hasFailed: false, isTexted: false }

type Around = { silence: Silence; mailed: Mailed; now: string }

export type Reach = {
  /** Of who answers for the patient. */
  proxyAddress: ProxyAddress
  optedOutAt: string | null
  hasEmail: boolean
  emailDeadAt: string | null
  ownAskedAt: string | null
}

/** About a moment that is asked of `respondent`, or of whoever answers. */
export const silenceOf = (
  { optedOutAt, proxyAddress, hasEmail, ...address }: Reach,
  respondent: Moment['respondent'],
): Silence =>
  optedOutAt !== null ? 'opted-out' : noMailAbout({ email: hasEmail, ...address }, proxyAddress, respondent)

/** Where an assessment stands in the clinic's words; null stands for "nothing was asked for this appointment". */
export function stateOf(
  assessment: Assessment | null,
  response: Response | null,
  around: Around,
): AssessmentState {
  if (!assessment) return 'notAsked'
  const status = statusOf(assessment, response, around.now)
  if (status === 'completed') return response?.discussedAt ? 'discussed' : 'answered'
  if (status === 'withdrawn') return 'notAsked'
  if (status === 'declined') return 'declined'
  if (status === 'started') return 'begun'
  if (!isAnswerable(status)) return status === 'planned' ? 'planned' : 'expired'
  return whyUndelivered(around) === null ? 'notBegun' : 'undelivered'
}

// Who got a text message was reached, whatever became of mail.
const whyUndelivered = ({ silence, mailed }: Around): Standing['why'] => {
  if (mailed.isTexted && silence !== 'opted-out') return null
  return silence ?? (mailed.hasFailed ? 'failed' : null)
}

/** `answered`: how many questions, while the answer is not sent yet. */
export function standingOf(
  { assessment, response }: { assessment: Assessment | null; response: Response | null },
  answered: number | null,
  around: Around,
): Standing {
  const state = stateOf(assessment, response, around)
  return {
    state,
    why: state === 'undelivered' ? whyUndelivered(around) : null,
    declinedWhy: declinedWhyOf(assessment, state),
    at:
      (state === 'declined' ? assessment?.declinedAt : null) ??
      response?.submittedAt ??
      response?.startedAt ??
      around.mailed.lastAt,
    discussedAt: response?.discussedAt ?? null,
    respondent: response?.respondent ?? null,
    answered,
    mails: around.mailed.sent,
  }
}

/** The reason that was given, only while it stands. */
export const declinedWhyOf = (
  assessment: Pick<Assessment, 'declinedWhy'> | null,
  state: AssessmentState,
): DeclineReason | null => (state === 'declined' ? declineReason(assessment?.declinedWhy ?? null) : null)

const DAY = 86_400_000
/** Days around an appointment in which an assessment may have been due for it. */
export const MAY_BE_DUE = { before: 60, after: 14 }

/**
 * The assessment that an appointment is about: the one planned for it once it is answered; else the newest answer of
 * these weeks that nobody discussed; else the one planned for it, while it can be answered; else what was discussed on
 * its day; else what can still be answered at the appointment, the first due; else the one planned for it, or the last
 * one that was due around then, unless it was discussed on a day before: then it was another visit's, and this one has
 * none. `zone`: of the organisation.
 */
export function askedForVisit<One extends Asked>(
  asked: readonly One[],
  appointment: { id: string; startsAt: string },
  zone: string,
): One | null {
  const { id, startsAt } = appointment
  const around = askedAround(asked, appointment)
  const own = around.findLast(({ assessment }) => assessment.appointmentId === id)
  if (own?.response?.submittedAt) return own
  const answered = around
    .filter(({ response }) => response?.submittedAt && !response.discussedAt)
    .sort((a, b) => ((a.response?.submittedAt ?? '') < (b.response?.submittedAt ?? '') ? -1 : 1))
  const isBefore = ({ response }: One) =>
    Boolean(response?.discussedAt && localDate(response.discussedAt, zone) < localDate(startsAt, zone))
  const last = around.at(-1)
  return (
    answered.at(-1) ??
    (own && isOpenUntil(own, startsAt) ? own : null) ??
    around.findLast((one) => one.response?.discussedAt && !isBefore(one)) ??
    around.find((one) => isOpenUntil(one, startsAt)) ??
    own ??
    (last && !isBefore(last) ? last : null)
  )
}

/** Whether an answer can still come in at an instant after it opened. */
const isOpenUntil = ({ assessment, response }: Asked, at: string): boolean =>
  assessment.withdrawnAt === null &&
  assessment.declinedAt === null &&
  !response?.submittedAt &&
  assessment.closesAt > at

/**
 * What stands and was due in the weeks round an appointment, was planned for it, or is open when it begins; in order of
 * the due date.
 */
function askedAround<One extends Asked>(
  asked: readonly One[],
  { id, startsAt }: { id: string; startsAt: string },
): One[] {
  const from = moved(startsAt, -MAY_BE_DUE.before)
  const until = moved(startsAt, MAY_BE_DUE.after)
  return asked
    .filter(({ assessment, response }) => assessment.withdrawnAt === null || response?.submittedAt)
    .filter(
      (one) =>
        one.assessment.appointmentId === id ||
        (one.assessment.opensAt <= startsAt &&
          (isOpenUntil(one, startsAt) || (one.assessment.dueAt >= from && one.assessment.dueAt <= until))),
    )
}

/** An instant so many times 24 hours later. */
export const moved = (instant: string, days: number) =>
  new Date(Date.parse(instant) + days * DAY).toISOString()

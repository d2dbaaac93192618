import { isAnswerable, statusOf } from '../../core/assessment-status.ts'
import type { Standing } from '../../core/clinic-day.ts'
import { localDate } from '../../core/dates.ts'
import { type DeclineReason, declineReason } from '../../core/decline.ts'
import type { AssessmentState } from '../../core/next-step.ts'
import type { Assessment, PathFacts, Response } from './facts.ts'

/** Why no mail reaches a patient; null where nothing stands in the way. */
export type Silence = Exclude<Standing['why'], 'failed'>

type Around = { facts: PathFacts; silence: Silence; now: string; drafts: ReadonlyMap<string, number> }

type Reach = { optedOutAt: string | null; hasEmail: boolean; emailDeadAt: string | null }

export function silenceOf({ optedOutAt, hasEmail, emailDeadAt }: Reach): Silence {
  if (optedOutAt !== null) return 'opted-out'
  if (!hasEmail) return 'no-address'
  return emailDeadAt === null ? null : 'address-dead'
}

export const responseTo = (facts: PathFacts, assessment: Assessment | null): Response | null =>
  facts.responses.find(({ assessmentId }) => assessmentId === assessment?.id) ?? null

/** The order in which answers came in; of two that came in at once, the order of their assessments, as in a trend. */
export const byArrival = (a: Response, b: Response): number => (arrival(a) < arrival(b) ? -1 : 1)

const arrival = ({ submittedAt, assessmentId }: Response) => `${submittedAt ?? ''} ${assessmentId}`

/** Where an assessment stands in the clinic's words; null stands for "nothing was asked for this appointment". */
export function stateOf(
  assessment: Assessment | null,
  response: Response | null,
  around: Omit<Around, 'drafts'>,
): AssessmentState {
  if (!assessment) return 'notAsked'
  const status = statusOf(assessment, response, around.now)
  if (status === 'completed') return response?.discussedAt ? 'discussed' : 'answered'
  if (status === 'withdrawn') return 'notAsked'
  if (status === 'declined') return 'declined'
  if (status === 'started') return 'begun'
  if (!isAnswerable(status)) return status === 'planned' ? 'planned' : 'expired'
  return whyUndelivered(assessment, around) === null ? 'notBegun' : 'undelivered'
}

function whyUndelivered(
  { id }: Assessment,
  { facts, silence }: Pick<Around, 'facts' | 'silence'>,
): Standing['why'] {
  if (silence) return silence
  return mailsOf(facts, id).some(({ failedAt }) => failedAt !== null) ? 'failed' : null
}

export const mailsOf = (facts: PathFacts, assessmentId: string) =>
  facts.mails.filter((mail) => mail.assessmentId === assessmentId)

export function standingOf(
  assessment: Assessment | null,
  response: Response | null,
  around: Around,
): Standing {
  const sent = assessment ? mailsOf(around.facts, assessment.id).filter(({ sentAt }) => sentAt !== null) : []
  const state = stateOf(assessment, response, around)
  return {
    state,
    why: state === 'undelivered' && assessment ? whyUndelivered(assessment, around) : null,
    declinedWhy: declinedWhyOf(assessment, state),
    at:
      (state === 'declined' ? assessment?.declinedAt : null) ??
      response?.submittedAt ??
      response?.startedAt ??
      sent.at(-1)?.sentAt ??
      null,
    discussedAt: response?.discussedAt ?? null,
    respondent: response?.respondent ?? null,
    answered: response ? (around.drafts.get(response.id) ?? null) : null,
    mails: sent.length,
  }
}

/** The reason that was given, only while it stands. */
export const declinedWhyOf = (assessment: Assessment | null, state: AssessmentState): DeclineReason | null =>
  state === 'declined' ? declineReason(assessment?.declinedWhy ?? null) : null

const DAY = 86_400_000
const BEFORE = 60 // days before an appointment in which an assessment may have been due for it
const AFTER = 14

/**
 * The assessment that an appointment is about: the one planned for it once it is answered; else the newest answer of
 * these weeks that nobody discussed; else the one planned for it; else the last one that was due around then, unless
 * it was discussed on a day before: then it was another visit's, and this one has none. `zone`: of the organisation.
 */
export function assessmentFor(
  facts: PathFacts,
  appointment: { id: string; startsAt: string },
  zone: string,
): Assessment | null {
  const around = assessmentsAround(facts, appointment)
  const own = around.findLast(({ assessment }) => assessment.appointmentId === appointment.id)
  const answered = around
    .filter(({ response }) => response?.submittedAt && !response.discussedAt)
    .sort((a, b) => ((a.response?.submittedAt ?? '') < (b.response?.submittedAt ?? '') ? -1 : 1))
  if (own?.response?.submittedAt) return own.assessment
  const best = answered.at(-1) ?? own
  const last = around.at(-1)
  const discussedAt = last?.response?.discussedAt
  const isOver = discussedAt && localDate(discussedAt, zone) < localDate(appointment.startsAt, zone)
  return (best ?? (isOver ? undefined : last))?.assessment ?? null
}

/** What stands and was due in the weeks round an appointment, or was planned for it; in order of the due date. */
function assessmentsAround(facts: PathFacts, { id, startsAt }: { id: string; startsAt: string }) {
  const at = Date.parse(startsAt)
  const from = new Date(at - BEFORE * DAY).toISOString()
  const until = new Date(at + AFTER * DAY).toISOString()
  return facts.assessments
    .map((assessment) => ({ assessment, response: responseTo(facts, assessment) }))
    .filter(({ assessment, response }) => assessment.withdrawnAt === null || response?.submittedAt)
    .filter(
      ({ assessment: { appointmentId, dueAt, opensAt } }) =>
        appointmentId === id || (dueAt >= from && dueAt <= until && opensAt <= startsAt),
    )
}

import { isAnswerable, statusOf } from '../../core/assessment-status.ts'
import type { Standing } from '../../core/clinic-day.ts'
import type { AssessmentState } from '../../core/next-step.ts'
import type { Assessment, PathFacts, Response } from './facts.ts'

type Around = { facts: PathFacts; emailDead: boolean; now: string; drafts: ReadonlyMap<string, number> }

export const responseTo = (facts: PathFacts, assessment: Assessment | null): Response | null =>
  facts.responses.find(({ assessmentId }) => assessmentId === assessment?.id) ?? null

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
  if (status === 'started') return 'begun'
  if (!isAnswerable(status)) return status === 'planned' ? 'planned' : 'expired'
  const failed = mailsOf(around.facts, assessment.id).some(({ failedAt }) => failedAt !== null)
  return around.emailDead || failed ? 'undelivered' : 'notBegun'
}

export const mailsOf = (facts: PathFacts, assessmentId: string) =>
  facts.mails.filter((mail) => mail.assessmentId === assessmentId)

export function standingOf(
  assessment: Assessment | null,
  response: Response | null,
  around: Around,
): Standing {
  const sent = assessment ? mailsOf(around.facts, assessment.id).filter(({ sentAt }) => sentAt !== null) : []
  return {
    state: stateOf(assessment, response, around),
    at: response?.discussedAt ?? response?.submittedAt ?? response?.startedAt ?? sent.at(-1)?.sentAt ?? null,
    respondent: response?.respondent ?? null,
    answered: response ? (around.drafts.get(response.id) ?? null) : null,
    mails: sent.length,
  }
}

const DAY = 86_400_000
const BEFORE = 60 // days before an appointment in which an assessment may have been due for it
const AFTER = 14

/** The assessment that an appointment is about: the one planned for it, else the one that was due nearest before it. */
export function assessmentFor(
  facts: PathFacts,
  appointment: { id: string; startsAt: string },
): Assessment | null {
  const standing = facts.assessments.filter(
    (one) => one.withdrawnAt === null || responseTo(facts, one)?.submittedAt,
  )
  const own = standing.findLast(({ appointmentId }) => appointmentId === appointment.id)
  if (own) return own
  const at = Date.parse(appointment.startsAt)
  const from = new Date(at - BEFORE * DAY).toISOString()
  const until = new Date(at + AFTER * DAY).toISOString()
  return (
    standing.findLast(
      ({ dueAt, opensAt }) => dueAt >= from && dueAt <= until && opensAt <= appointment.startsAt,
    ) ?? null
  )
}

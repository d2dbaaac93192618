// This file imports nothing, so that the patient's page can use it for free.

export type AssessmentStatus =
  | 'planned'
  | 'open'
  | 'overdue'
  | 'started'
  | 'completed'
  | 'expired'
  | 'withdrawn'
  | 'declined'

type Dates = {
  opensAt: string
  dueAt: string
  closesAt: string
  withdrawnAt: string | null
  declinedAt: string | null
}
type Answered = { submittedAt: string | null }

/**
 * Where an assessment stands at an instant. Never stored: it follows from its dates and from what was answered.
 * `response` is null until the first answer was saved. An answer that came in counts, whatever happened after it.
 */
export function statusOf(dates: Dates, response: Answered | null, now: string): AssessmentStatus {
  if (response?.submittedAt) return 'completed'
  if (dates.withdrawnAt) return 'withdrawn'
  if (dates.declinedAt) return 'declined'
  if (now >= dates.closesAt) return 'expired'
  if (response) return 'started'
  if (now < dates.opensAt) return 'planned'
  return now < dates.dueAt ? 'open' : 'overdue'
}

/** Can answers be given now? What is started stays answerable until it closes. */
export const isAnswerable = (status: AssessmentStatus): boolean =>
  status === 'open' || status === 'overdue' || status === 'started'

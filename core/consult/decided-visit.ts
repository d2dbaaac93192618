import type { Finding } from '../change/finding.ts'
import type { Localised } from '../words.ts'
import type { VisitForm } from './triage.ts'

/** How a visit was decided to go on, and what the patient answered next. */
export type DecidedVisit = {
  appointmentId: string
  /** Instant of the visit as it was when it was decided. */
  visitAt: string
  kind: Localised
  proposal: VisitForm
  form: VisitForm
  by: string
  decidedAt: string
  /** When who plans had changed it and told the patient; null until then, and for a visit that stays. */
  arrangedAt: string | null
  /** The first answer after the visit, and whether an alert came up until then. */
  after: { at: string; finding: Finding; hadAlert: boolean } | null
}

/** The first answer that was sent in after an instant. */
export const nextAnswer = <Answer extends { submittedAt: string | null }>(
  answers: readonly Answer[],
  after: string,
): (Answer & { submittedAt: string }) | undefined =>
  answers
    .filter(
      (one): one is Answer & { submittedAt: string } => one.submittedAt !== null && one.submittedAt > after,
    )
    .toSorted((a, b) => (a.submittedAt < b.submittedAt ? -1 : 1))[0]

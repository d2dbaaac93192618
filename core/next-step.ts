/** Where the assessment for an appointment stands. */
export type AssessmentState =
  | 'discussed'
  | 'answered'
  | 'begun'
  | 'notBegun'
  | 'declined'
  | 'undelivered'
  | 'planned'
  | 'expired'
  | 'notAsked'

export type NextStep = 'review-alert' | 'open' | 'record-discussed' | 'look-why' | 'none'

type Facts = {
  state: AssessmentState
  openAlerts: number
  /** Whether the reader has had the answer on screen. */
  opened: boolean
  /** Whether the visit is still to come; false for an answer that nobody has an appointment for. */
  before: boolean
}

/**
 * The one thing to do next for a patient. An open alert comes before everything; what was discussed is done; an answer
 * is opened, and, once opened and the visit has begun, said to be discussed; where nobody was asked or reached, somebody
 * looks why.
 */
export function nextStep({ state, openAlerts, opened, before }: Facts): NextStep {
  if (openAlerts > 0) return 'review-alert'
  switch (state) {
    case 'discussed':
      return 'none'
    case 'answered':
      return opened && !before ? 'record-discussed' : 'open'
    case 'undelivered':
    case 'expired':
    case 'notAsked':
      return 'look-why'
    case 'begun':
    case 'notBegun':
    case 'declined':
    case 'planned':
      return 'open'
  }
}

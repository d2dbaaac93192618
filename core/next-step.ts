/** Where the assessment for an appointment stands. */
export type AssessmentState =
  | 'discussed'
  | 'answered'
  | 'begun'
  | 'notBegun'
  | 'undelivered'
  | 'planned'
  | 'expired'
  | 'notAsked'

export type NextStep = 'review-alert' | 'open' | 'record-discussed' | 'look-why' | 'none'

/**
 * The one thing to do next for a patient. An open alert comes before everything; what was discussed is done; an answer
 * is opened, and, once opened, said to be discussed; where nobody was asked or reached, somebody looks why.
 */
export function nextStep(facts: { state: AssessmentState; openAlerts: number; opened: boolean }): NextStep {
  if (facts.openAlerts > 0) return 'review-alert'
  switch (facts.state) {
    case 'discussed':
      return 'none'
    case 'answered':
      return facts.opened ? 'record-discussed' : 'open'
    case 'undelivered':
    case 'expired':
    case 'notAsked':
      return 'look-why'
    case 'begun':
    case 'notBegun':
    case 'planned':
      return 'open'
  }
}

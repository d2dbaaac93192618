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

/** How an answer that is not there can still come in: a link by mail, together on a tablet, by telephone. */
export type Way = 'send-link' | 'tablet' | 'call'

export type NextStep = 'review-alert' | 'open' | 'record-discussed' | 'look-why' | Way | 'none'

/** `isReached`: mail can reach the patient at all. */
export function waysFor(state: AssessmentState, isReached: boolean): Way[] {
  if (state !== 'begun' && state !== 'notBegun' && state !== 'undelivered') return []
  return isReached ? ['send-link', 'tablet', 'call'] : ['tablet', 'call']
}

type Facts = {
  state: AssessmentState
  openAlerts: number
  /** Whether the reader has had the answer on screen. */
  opened: boolean
  /** Whether the visit is still to come; false for an answer that nobody has an appointment for. */
  before: boolean
  /** The day of the visit; null while it is further away, or there is none. */
  visit: 'today' | 'soon' | null
  ways: readonly Way[]
  /** How often mail went out for it. */
  mails: number
}

/** After so many mails without a start another one starts nobody. */
const ENOUGH_MAILS = 2

/**
 * The one thing to do next for a patient. An open alert comes before everything; what was discussed is done; an answer
 * is opened, and, once opened and the visit has begun, said to be discussed. Where there is no answer and the visit is
 * near, it is got in: on its day together on a tablet, before that by a link, or by telephone where no mail arrives or
 * several led to nothing. Where nobody was asked or reached, somebody looks why.
 */
export function nextStep({ state, openAlerts, opened, before, visit, ways, mails }: Facts): NextStep {
  if (openAlerts > 0) return 'review-alert'
  if (ways.length > 0 && visit !== null) {
    if (visit === 'today') return 'tablet'
    const isMailedEnough = state === 'notBegun' && mails >= ENOUGH_MAILS
    return ways.includes('send-link') && !isMailedEnough ? 'send-link' : 'call'
  }
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

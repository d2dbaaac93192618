import type { Finding } from '../change/finding.ts'
import type { Concern } from '../consult/board.ts'
import type { ActionView } from '../consult/decision.ts'
import type { Improvement, IndicatorChart } from '../figures/improvement.ts'
import type { Localised } from '../words.ts'
import type { CaseKind } from './meeting-topics.ts'

// What pages show of meetings beside the meeting itself.

/** Somebody who could be talked about, and why. */
export type Proposal = {
  enrolmentId: string
  code: string
  ages: string
  side: string
  stage: Localised | null
  days: number | null
  over: number
  concerns: Concern[]
  /** Null where there is no answer. */
  finding: Finding | null
  alert: Localised | null
}

/** What somebody has to do because of a decision. */
export type MyAction = ActionView & {
  /** Its owner left the team: it falls to the lead. */
  isOwnerless: boolean
  /** Null for who is not of the team of the meeting: they hand nothing on there. */
  teamId: string | null
  meetingId: string
  meeting: string
  /** Null where it is about no patient. */
  code: string | null
  patientId: string | null
  enrolmentId: string | null
}

/** What stands beside a list about figures, as it is now. */
export type Background = {
  charts: IndicatorChart[]
  improvements: Improvement[]
  /** What earlier meetings about figures left to do. */
  actions: ActionView[]
}

/** A patient's course that somebody asked the team to look at again. */
export type CaseView = {
  id: string
  kind: CaseKind
  what: string
  flaggedBy: string
  flaggedAt: string
  closedAt: string | null
}

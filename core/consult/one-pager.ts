import type { MetBy } from '../alerts/met-by.ts'
import type { Goal } from '../answers/goals.ts'
import type { Finding } from '../change/finding.ts'
import type { Trend } from '../change/trend.ts'
import type { Unscored } from '../change/unscored.ts'
import type { Band } from '../instruments/scale.ts'
import type { UnverifiedPart } from '../instruments/unverified.ts'
import type { DeclineReason } from '../mail/decline.ts'
import type { Direction } from '../shapes.ts'
import type { Localised } from '../words.ts'
import type { DecidedVisit } from './decided-visit.ts'
import type { DecisionView } from './decision.ts'
import type { AssessmentState } from './next-step.ts'

// One patient on one page: made by the server, drawn by the page.

export type Panel = {
  id: string
  title: Localised
  instrument: Localised
  /** Whether the questions are our own, so not a validated instrument. */
  own: boolean
  /** What of it stands on numbers that nobody has checked in their source. */
  unverified: UnverifiedPart[]
  directionWords: Localised
  direction: Direction
  range: readonly [number, number]
  decimals: number
  bands: Band[]
  norm: { mean: number; country: string; age: { from: number; to: number } | null; sex: string | null } | null
  trend: Trend
  /** Assessments in which an alert was raised on this scale. */
  concerns: string[]
}

export type AlertView = {
  id: string
  title: Localised
  severity: string
  /** What was answered; null where the patient said that it cannot wait. */
  metBy: MetBy | null
  role: Localised
  raisedAt: string
  respondBy: string
  acknowledgedAt: string | null
  acknowledgedBy: string | null
  closedAt: string | null
  closedBy: string | null
  outcomeCode: string | null
  outcome: string | null
  /** Whose turn it is, by name, where it is somebody's. */
  holder: string | null
  /** It was closed before, and this answer is worse. */
  isWorse: boolean
}

export type AgreementView = {
  id: string
  sentence: string
  who: string | null
  dueOn: string | null
  /** 'goal' where it says what the patient wants to reach. */
  kind: string | null
  doneAt: string | null
  agreedAt: string
  by: string
}

/** One question of the latest answer beside the answer before. */
export type ItemView = {
  id: string
  instrument: Localised
  label: Localised
  answer: string | number | number[] | null
  /** What the chosen value says in the words of the form; null where the form says nothing. */
  text: Localised | null
  before: string | number | number[] | null
  beforeText: Localised | null
  /** Against the answer before; one answer alone is never called a change of the person. */
  difference: 'better' | 'worse' | 'same' | 'other' | 'first'
  safety: boolean
}

/** What the patient wrote before, in their own words. */
export type FreeText = { at: string; question: Localised | null; text: string }

/** A score that could not be computed, and why. */
export type NotComputable = Unscored & { at: string; title: Localised }

export type AnswerView = {
  responseId: string
  /**
   * Whether it is the answer to talk about: that of today's appointment; or the latest, with nothing asked since; or
   * one from before what is asked now.
   */
  place: 'today' | 'latest' | 'earlier'
  moment: Localised
  submittedAt: string
  respondent: string
  mode: string
  minutes: number | null
  topics: Localised[]
  topicText: string | null
  urgent: boolean
  openedByMe: boolean
  opened: { at: string; by: string } | null
  discussed: { at: string; by: string } | null
  items: ItemView[]
}

/** One measurement moment: how it stands, and what was sent for it. */
export type PlanRow = {
  assessmentId: string
  moment: Localised
  opensAt: string
  dueAt: string
  closesAt: string
  state: AssessmentState | 'withdrawn'
  declinedWhy: DeclineReason | null
  submittedAt: string | null
  respondent: string | null
  mode: string | null
  /** Whether two people typed the same paper; null where nobody of staff typed. */
  typedTwice: boolean | null
  minutes: number | null
  mails: {
    kind: string
    sentAt: string | null
    suppressedAt: string | null
    failedAt: string | null
    why: string | null
  }[]
}

export type MeasureView = {
  id: string
  title: Localised
  kind: 'event' | 'value'
  reporter: string
  unit: Localised | null
  range: readonly [number, number] | null
  decimals: number
  latest: { value: number; measuredOn: string; source: string } | null
}

export type OnePager = {
  patient: {
    id: string
    givenName: string
    familyName: string
    birthDate: string
    sex: string
    deceasedOn: string | null
    optedOutAt: string | null
    emailDeadAt: string | null
    hasEmail: boolean
    /** How the own address is of who answers for the patient; null where there is none. */
    proxyAddress: 'works' | 'dead' | 'off' | null
  }
  /** All care paths of this patient that the reader may see. */
  enrolments: { id: string; title: Localised; side: string; endedOn: string | null }[]
  enrolment: {
    id: string
    title: Localised
    group: Localised
    side: string
    startedOn: string
    endedOn: string | null
    endReason: string | null
    leadClinician: string | null
    team: string
    treatment: { title: Localised; chosenOn: string | null } | null
    /** Whether the set shows patients like this one. */
    hasSimilar: boolean
  }
  now: string
  stage: { title: Localised; since: string } | null
  stages: { id: string; title: Localised; from: string; until: string | null }[]
  /** When the treatment that was chosen was given: entries into the stages that its own moments hang on. */
  treatments: { title: Localised; at: string }[]
  appointments: { id: string; kind: Localised; startsAt: string; status: string }[]
  /** Today's appointment. */
  visit: string | null
  nextAppointment: { kind: Localised; startsAt: string } | null
  finding: Finding
  panels: Panel[]
  planned: string[]
  /** What the patient wants to be able to do, in their own words. */
  goals: Goal[]
  answer: AnswerView | null
  /** From answers before the one that is shown, the newest first. */
  earlierTexts: FreeText[]
  notComputable: NotComputable[]
  alerts: AlertView[]
  agreements: AgreementView[]
  /** What the team's meetings decided and their chair confirmed, the newest first. */
  decisions: DecisionView[]
  /** What clinicians decided about visits and how it went on, the last visit first. */
  decidedVisits: DecidedVisit[]
  /** Whether patients can sign in here, to read what was agreed. */
  readable: boolean
  /** Whether a mail tells this patient that there is something to read. */
  told: boolean
  measures: MeasureView[]
  plan: PlanRow[]
}

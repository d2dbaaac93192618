import type { Finding } from '../change/finding.ts'
import type { DeclineReason } from '../mail/decline.ts'
import type { NoMail } from '../mail/outreach.ts'
import type { Localised } from '../words.ts'
import type { AssessmentState, NextStep, Way } from './next-step.ts'
import type { Proposal, VisitForm } from './triage.ts'

// What a clinician sees of one day: made by the server, drawn by the page.

export type ClinicPatient = {
  id: string
  givenName: string
  familyName: string
  birthDate: string
  sex: string
  side: string
}

/** How an assessment stands, with what its second line says. Instants are UTC. */
export type Standing = {
  state: AssessmentState
  /** Why it does not reach the patient, where the state is 'undelivered'. */
  why: 'opted-out' | NoMail | 'failed' | null
  /** Why the patient would rather not, where the state is 'declined' and they said so. */
  declinedWhy: DeclineReason | null
  /** Of the answer, the choice not to give one, the first saved answer or the sent mail. */
  at: string | null
  /** When it was discussed. */
  discussedAt: string | null
  respondent: string | null
  answered: number | null
  /** How often mail went out for it. */
  mails: number
}

type Shown = {
  patient: ClinicPatient
  enrolmentId: string
  stage: { title: Localised; since: string } | null
  standing: Standing
  responseId: string | null
  finding: Finding
  alerts: { id: string; title: Localised; severity: string; respondBy: string }[]
  /** What the patient wants to discuss: names of domains, and own words. */
  topics: Localised[]
  topicText: string | null
  urgent: boolean
  next: NextStep
  /** What is asked, where it can still be answered, and in which ways. */
  assessmentId: string | null
  ways: Way[]
}

/** How a visit could go on by what the patient answered, and what a clinician decided. */
export type VisitTriage = Proposal & {
  decided: { form: VisitForm; by: string; at: string; arrangedAt: string | null } | null
}

export type ClinicRow = Shown & {
  appointmentId: string
  startsAt: string
  kind: Localised
  clinician: string | null
  /** Null where the set proposes nothing for such a visit, or nothing was answered. */
  triage: VisitTriage | null
}

/** An answer that is listed for itself, whatever the appointments. */
export type ResultRow = Shown & { responseId: string }

/** One figure of our soul: `n` of `of`, of those invited in `month` ('2026-11'), and the share the month before. */
export type SoulFigure = {
  n: number
  of: number
  month: string
  before: { month: string; share: number | null }
}

/** Of the consults with answers to talk about: whose were on screen before it began, and whose were discussed. */
export type ConsultCounts = { of: number; opened: number; discussed: number }

/** The consults of the week that begins on `from` (ISO date, a Monday); `own`: of whoever asks, who sees nobody else's. */
/** `own`: null where so few clinicians make the team's figure that they would read each other's. */
export type ConsultWeek = { from: string; team: ConsultCounts; own: ConsultCounts | null }

/** How the teams of whoever asks are doing. */
export type ClinicFigures = {
  /** The two figures of our soul. */
  started: SoulFigure
  discussed: SoulFigure
  /** The last weeks, the newest first. */
  weeks: ConsultWeek[]
}

export type ClinicDay = {
  /** ISO date in the organisation's time zone. */
  day: string
  /** Instant: for the line that says what time it is. */
  now: string
  /** Whose appointments these are: a clinician's id or name; null for everybody's. */
  who: string | null
  /** Who sees patients of the teams that day, and how many. */
  clinicians: { id: string; name: string; count: number }[]
  teams: { id: string; name: string }[]
  /** Whether patients can read what is written to them. */
  readable: boolean
  /** How many alerts of the teams are open; `alerts` shows the most pressing. */
  openAlerts: number
  /** Care paths with an open alert, each once: the alert that must be answered first comes first. */
  alerts: ResultRow[]
  rows: ClinicRow[]
  /** Answers that nobody discussed and nobody has an appointment for, but for those listed for their alert. */
  late: ResultRow[]
}

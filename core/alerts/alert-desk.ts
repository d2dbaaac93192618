import type { OfficeHours } from '../time/office-hours.ts'
import type { Localised } from '../words.ts'
import type { Rung } from './alert-ladder.ts'
import type { MetBy } from './met-by.ts'

// What a team has to answer, and how it has arranged that: made by the server, drawn by the page.

type Person = { id: string; name: string }

/** What came of the alert of the same rule before this one. */
export type Before = {
  raisedAt: string
  closedAt: string | null
  closedBy: string | null
  outcomeCode: string | null
  outcome: string | null
}

export type AlertRow = {
  id: string
  enrolmentId: string
  patient: { id: string; givenName: string; familyName: string; birthDate: string; sex: string }
  teamId: string
  rule: string
  title: Localised
  severity: string
  /** What was answered; null where the patient said that it cannot wait. */
  metBy: MetBy | null
  /** The patient said, with these answers, that it cannot wait. */
  saidUrgent: boolean
  raisedAt: string
  respondBy: string
  /** Null while nobody was told yet: a matter of seconds. */
  rung: Rung | null
  holder: Person | null
  acknowledgedAt: string | null
  /** The same rule was met before. */
  before: Before | null
  /** … and closed, and this answer is worse: it is open again. */
  isWorse: boolean
  closedAt: string | null
  closedBy: string | null
  outcomeCode: string | null
  outcome: string | null
}

export type AlertDesk = {
  now: string
  me: string
  teams: Person[]
  /** Those that the patient calls urgent first, then urgent ones, then by when somebody must have answered. */
  open: AlertRow[]
  /** The last ones of these weeks, the newest first. */
  closed: AlertRow[]
}

/**
 * on: two people are named. everybody: nobody in particular is, so it is the whole team's. unnamed: the same for a
 * safety rule, which is not switched on like that. off: the team does not watch for it.
 */
export type WatchState = 'on' | 'everybody' | 'unnamed' | 'off'

export type WatchedRule = {
  rule: string
  title: Localised
  severity: string
  respondWithin: string
  /** A safety question, or one where the patient reads that somebody will call: it cannot be switched off. */
  isSafety: boolean
  state: WatchState
  ownerId: string | null
  deputyId: string | null
  figures: AlertFigures
}

/** Of one rule, or of all, over the period. */
export type AlertFigures = {
  raised: number
  /** Closed by somebody, and of those, with something done. */
  closed: number
  acted: number
  /** Taken up before the response time was over, of those whose time is over or that were taken up. */
  inTime: number
  due: number
}

export type TeamWatch = {
  team: Person
  hours: OfficeHours
  /** Who can be named: everybody who gives care in the team today. */
  people: Person[]
  maySet: boolean
  rules: WatchedRule[]
  since: string
  questionnaires: number
  all: AlertFigures
}

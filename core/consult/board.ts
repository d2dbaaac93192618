import type { Finding } from '../change/finding.ts'
import { approximateDays } from '../time/duration.ts'
import type { Localised } from '../words.ts'
import type { Standing } from './clinic-day.ts'

// The care-path board: made by the server, drawn by the page. Patients are on it without their names.

export type BoardCard = {
  enrolmentId: string
  patientId: string
  /** What the patient is called where names are not shown, such as 'K7Q-4MD'. */
  code: string
  /** Five years wide: '65–69'. */
  ages: string
  side: string
  treatment: string | null
  leadClinicianId: string | null
  /** Null until a stage was entered. */
  stage: string | null
  /** Whole days in this stage; null without a stage. */
  days: number | null
  standing: Standing
  /** Null where there is no answer, or nobody asked for what it says. */
  finding: Finding | null
  urgent: boolean
  /** The open alert that must be answered first. */
  alert: { title: Localised; severity: string; respondBy: string } | null
  /** Instant of the first appointment to come. */
  nextAt: string | null
  /** The meeting on whose list the patient stands. */
  listed: { meetingId: string; startsAt: string } | null
}

export type BoardStage = {
  id: string
  title: Localised
  goal: Localised
  /** In how many days the care path says that this stage should be over. */
  norm: number
}

export type Titled = { id: string; title: Localised }

/** One stage, or who is in none yet: everybody in numbers, and a card for whom somebody must see first. */
export type BoardColumn = {
  stage: string | null
  count: number
  /** How long each of them has been in it, in whole days. */
  days: number[]
  cards: BoardCard[]
  /** Who needs somebody and has no card here. */
  more: number
  /** Whether everybody was asked for; no more than `MOST_UNFOLDED` get a card. */
  unfolded: boolean
}

export type Board = {
  now: string
  team: { id: string; name: string }
  /** The reader's own teams. */
  teams: { id: string; name: string }[]
  group: Localised
  stages: BoardStage[]
  treatments: Titled[]
  clinicians: { id: string; name: string }[]
  /** How many care paths are open, and how many of those who fit the choice have each concern. */
  total: number
  counts: Record<Concern, number>
  sides: string[]
  columns: BoardColumn[]
}

/** What is looked at: whom of the team, and which columns show everybody. */
export type BoardChoice = {
  side?: string | undefined
  treatment?: string | undefined
  lead?: string | undefined
  only?: Concern | undefined
  open?: readonly string[] | undefined
}

const DAY = 86_400_000

/** Whole days from one ISO date to another. */
export const daysBetween = (from: string, until: string): number =>
  Math.round((Date.parse(until) - Date.parse(from)) / DAY)

/** An ISO-8601 norm in whole days. */
export const normDays = (norm: string): number => Math.round(approximateDays(norm))

const BAND = 5 // years

/** Ages as a band, so that somebody is not known by it: 67 is '65–69'. */
export function ageBand(age: number): string {
  const from = Math.floor(age / BAND) * BAND
  return `${from}–${from + BAND - 1}`
}

/** How many days longer than the norm; 0 within it, or where there is none. */
export const daysOver = ({ days }: Pick<BoardCard, 'days'>, norm: number | undefined): number =>
  days === null || norm === undefined ? 0 : Math.max(0, days - norm)

/** Signs on a card that somebody must look at it, the most pressing first. */
export const concerns = ['alert', 'urgent', 'worse', 'over', 'silent'] as const
export type Concern = (typeof concerns)[number]

type Judged = Pick<BoardCard, 'alert' | 'urgent' | 'finding' | 'standing' | 'days'>

export function concernsOf(card: Judged, norm: number | undefined): Concern[] {
  const { alert, urgent, finding, standing } = card
  const worse = finding?.kind === 'change' && finding.verdict === 'worse'
  const silent = standing.state === 'undelivered' || standing.state === 'expired'
  const all: [Concern, boolean][] = [
    ['alert', alert !== null],
    ['urgent', urgent && standing.state !== 'discussed'],
    ['worse', worse && standing.state !== 'discussed'],
    ['over', daysOver(card, norm) > 0],
    ['silent', silent],
  ]
  return all.flatMap(([concern, holds]) => (holds ? [concern] : []))
}

const WEIGHTS: Record<Concern, number> = { alert: 16, urgent: 8, worse: 4, over: 2, silent: 1 }

/** Whoever needs somebody most comes first; within that, whoever is longest in the stage for what its norm is. */
export function byNeed(norm: number | undefined): (a: Judged, b: Judged) => number {
  const weight = (card: Judged) => concernsOf(card, norm).reduce((sum, one) => sum + WEIGHTS[one], 0)
  return (a, b) => weight(b) - weight(a) || (b.days ?? 0) - (a.days ?? 0)
}

// Opening the file of somebody who is not in one's care: rarely, for a reason, and never unseen.

/** How long a file stays open. */
export const EMERGENCY_MINUTES = 60
/** How many files one person can open in a day. */
export const EMERGENCIES_A_DAY = 5
/** How many days somebody else has to judge it. */
export const REVIEW_DAYS = 7
/** A reason that says something is longer than a word. */
export const REASON_LENGTH = { least: 15, most: 500 } as const

export const verdicts = ['right', 'wrong'] as const
export type Verdict = (typeof verdicts)[number]

/** One opening as who judges it reads it. */
export type EmergencyReview = {
  id: string
  by: string
  patientNumber: string
  reason: string
  openedAt: string
  /** How often the file was looked at meanwhile. */
  looks: number
  isLate: boolean
  /** One's own is for somebody else to judge. */
  isOwn: boolean
  verdict: Verdict | null
  note: string | null
  reviewedBy: string | null
  reviewedAt: string | null
}

import type { Concern } from './board.ts'
import type { Finding } from './finding.ts'
import type { Localised } from './words.ts'

// A meeting of the team about named patients (MDO): made by the server, drawn by the page.

/** How the patient took part in a decision; in the first case it was talked over with them. */
export const patientParts = ['present', 'wish-known', 'decides-after', 'not-asked'] as const
export type PatientPart = (typeof patientParts)[number]

/** In how many weeks the same meeting comes again; 0 for never. */
export const recurrences = [0, 1, 2, 4] as const

export type MeetingRow = {
  id: string
  title: string
  team: string
  startsAt: string
  minutes: number
  everyWeeks: number
  chair: string
  closedAt: string | null
  /** Whether the reader belongs to it: others see that it is there. */
  isMember: boolean
  items: number
  confirmed: number
}

export type ActionView = {
  id: string
  what: string
  ownerId: string
  owner: string
  dueOn: string
  doneAt: string | null
}

/** Where a patient of the list stands. */
export type ItemState = 'open' | 'decided' | 'confirmed' | 'postponed'

export type AgendaItem = {
  id: string
  enrolmentId: string
  code: string
  ages: string
  side: string
  /** Who it is: until the decision is confirmed for members, afterwards only for who cares for the patient. */
  patient: { givenName: string; familyName: string; birthDate: string; sex: string } | null
  /** For who cares for the patient: the way to their page. */
  patientId: string | null
  state: ItemState
  version: number
  situation: string | null
  question: string
  listedBy: string
  decision: string | null
  reason: string | null
  patientPart: PatientPart | null
  sentence: string | null
  /** Whether the sentence went to the patient. */
  shared: boolean
  confirmedAt: string | null
  confirmedBy: string | null
  actions: ActionView[]
}

export type Member = { staffId: string; name: string; profession: string; present: boolean | null }

export type Meeting = {
  now: string
  id: string
  title: string
  team: { id: string; name: string }
  startsAt: string
  minutes: number
  everyWeeks: number
  chair: { id: string; name: string }
  closedAt: string | null
  me: string
  /** Whether the reader says who belongs to it and who leads it: the chair, and the lead of the team. */
  mayChange: boolean
  /** Whether the reader is of the team: only they put patients on the list. */
  ofTeam: boolean
  /** Whether patients can sign in here, and read what was agreed. */
  readable: boolean
  members: Member[]
  items: AgendaItem[]
}

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
  meetingId: string
  meeting: string
  code: string
  patientId: string | null
  enrolmentId: string
}

/** A confirmed decision as the patient's page shows it. */
export type DecisionView = {
  id: string
  meetingId: string
  meeting: string
  /** Instant of the meeting. */
  at: string
  decision: string
  reason: string | null
  patientPart: PatientPart | null
  confirmedBy: string
  actions: ActionView[]
}

export const stateOf = (item: {
  confirmedAt: string | null
  postponedTo: string | null
  decision: string | null
}): ItemState =>
  item.confirmedAt ? 'confirmed' : item.postponedTo ? 'postponed' : item.decision ? 'decided' : 'open'

type Fixing = { confirmedAt: string | null; postponedTo: string | null }

/** Whether what is written about a patient of the list can still change. */
export const isUnfixed = (meeting: { closedAt: string | null }, item: Fixing): boolean =>
  meeting.closedAt === null && item.confirmedAt === null && item.postponedTo === null

const NAMED_MS = 7 * 86_400_000

/**
 * Whether those who belong to a meeting see who a patient is: from the moment that the patient is put on its list until
 * the chair has confirmed the decision, put it off, or ended the meeting; a week after its start at the latest, whatever
 * the chair does.
 */
export const isNamed = (
  meeting: { startsAt: string; closedAt: string | null },
  item: Fixing,
  now: string,
): boolean => isUnfixed(meeting, item) && Date.parse(now) < Date.parse(meeting.startsAt) + NAMED_MS

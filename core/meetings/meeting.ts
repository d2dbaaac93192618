import type { ActionView, PatientPart } from '../consult/decision.ts'
import type { MeetingKind, MeetingPart, Subject } from './meeting-topics.ts'

// A meeting of the team, about named patients (MDO) or about figures of all: made by the server, drawn by the page.

/** In how many weeks the same meeting comes again; 0 for never. */
export const recurrences = [0, 1, 2, 4, 13] as const

export type MeetingRow = {
  id: string
  kind: MeetingKind
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

/** Where a patient of the list stands. */
export type ItemState = 'open' | 'decided' | 'confirmed' | 'postponed'

export type AgendaItem = {
  id: string
  /** What it is about where that is not a patient of an MDO. */
  subject: Subject | null
  /** Null where it is about no patient, or about one whom the reader may not know. */
  enrolmentId: string | null
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
  /** Whether a mail tells the patient that there is something to read; null where the reader may not know who it is. */
  told: boolean | null
  /** Whether the sentence went to the patient. */
  shared: boolean
  confirmedAt: string | null
  confirmedBy: string | null
  actions: ActionView[]
}

export type Member = {
  staffId: string
  name: string
  profession: string
  present: boolean | null
  part: MeetingPart
  /** Of a guest: from which organisation. */
  comesFrom: string | null
}

export type Meeting = {
  now: string
  id: string
  kind: MeetingKind
  title: string
  team: { id: string; name: string }
  startsAt: string
  minutes: number
  everyWeeks: number
  chair: { id: string; name: string }
  closedAt: string | null
  me: string
  /** Whether the reader writes here; who is a guest, or speaks for patients, reads. */
  mayWrite: boolean
  /** Whether the reader says who belongs to it and who leads it: the chair, and the lead of the team. */
  mayChange: boolean
  /** Whether the reader is of the team: only they put patients on the list. */
  ofTeam: boolean
  /** Whether patients can sign in here, and read what was agreed. */
  readable: boolean
  members: Member[]
  items: AgendaItem[]
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

// What a meeting decided about a patient, as it stands with the patient afterwards.

/** How the patient took part in a decision; in the first case it was talked over with them. */
export const patientParts = ['present', 'wish-known', 'decides-after', 'not-asked'] as const
export type PatientPart = (typeof patientParts)[number]

export type ActionView = {
  id: string
  what: string
  ownerId: string
  owner: string
  dueOn: string
  doneAt: string | null
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

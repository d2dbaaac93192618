import type { Localised } from '../words.ts'
import type { VisitForm } from './triage.ts'

// Visits that a clinician wants to go otherwise than planned: made by the server, drawn by the page.

export type VisitWork = {
  appointmentId: string
  /** The appointment's number in the system that plans. */
  number: string
  startsAt: string
  kind: Localised
  clinician: string | null
  team: string
  patient: { id: string; givenName: string; familyName: string; birthDate: string }
  form: Exclude<VisitForm, 'visit'>
  decidedBy: string
  decidedAt: string
  /** An alert came up since: nothing is changed before somebody answered it. */
  isHeld: boolean
}

import type { Admission, AdmissionWhat } from '../../../core/feeds/appointment-message.ts'
import type { Resolved } from '../../appointments/resolve.ts'
import type { KnownPatient } from './world.ts'

/** What became of one message about one person. */
export const outcome = (
  what: AdmissionWhat,
  one: Resolved,
  patient: KnownPatient | null,
  rest: Partial<Admission> = {},
): Admission => ({
  what,
  person: patient ? (patient.isNew ? 'new' : 'known') : null,
  enrolment: 'none',
  reason: null,
  notes: one.notes,
  patientId: patient?.id ?? null,
  enrolmentId: null,
  appointmentId: null,
  ...rest,
})

export const skipped = (one: Resolved, patient: KnownPatient | null, reason: string) =>
  outcome('skipped', one, patient, { reason })

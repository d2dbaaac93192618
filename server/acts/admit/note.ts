import type { AdmissionWhat } from '../../../core/feeds/appointment-message.ts'
import { dropKnown, keepKnown } from '../../appointments/number-forms.ts'
import type { Resolved } from '../../appointments/resolve.ts'
import { contactToldAt, isOutdated } from '../../patients/contact.ts'
import type { Desk } from './desk.ts'
import type { Appointment, KnownPatient } from './world.ts'

// What was decided is written down on the desk and in the world at once: the next message sees it.

export function noteDeath({ writes }: Desk, { message }: Resolved, patient: KnownPatient) {
  const { deceasedOn } = message.patient
  if (!deceasedOn || patient.deceasedOn) return
  patient.deceasedOn = deceasedOn
  writes.deaths.set(patient.id, deceasedOn)
}

export function noteContact({ writes, now }: Desk, { message }: Resolved, patient: KnownPatient) {
  const { email, phone, changedAt = message.changedAt } = message.patient
  const told = { email, phone, changedAt }
  if (isOutdated(patient, told)) return
  patient.contactToldAt = contactToldAt(told, now) ?? patient.contactToldAt
  patient.contact = { email: email ?? patient.contact.email, phone: phone ?? patient.contact.phone }
  writes.contacts.set(patient.id, patient)
}

export const hasAddress = (patient: KnownPatient | undefined) =>
  Boolean(patient?.contact.email ?? patient?.row?.email)

type Noted = { before: Appointment | null; row: Appointment; what: AdmissionWhat }

export function noteAppointment(
  { writes, world }: Desk,
  { message }: Resolved,
  { before, row, what }: Noted,
) {
  // A newer message that changes nothing is noted all the same: an older one that comes late must not undo it.
  const isNewer = message.changedAt !== undefined && before?.changedAt !== row.changedAt
  const isRenamed = before !== null && before.number !== row.number
  if (what === 'unchanged' && !isNewer && !isRenamed) return
  if (isRenamed) {
    writes.renamed.set(row.id, row.number)
    writes.appointments.delete(before.number)
    dropKnown(world.appointments, before)
  }
  writes.appointments.set(row.number, row)
  keepKnown(world.appointments, row)
  if (what === 'unchanged') return
  for (const id of [row.enrolmentId, before?.enrolmentId]) if (id) writes.touched.add(id)
}

import type { Admission } from '../../../core/feeds/appointment-message.ts'
import { findKnown } from '../../appointments/number-forms.ts'
import type { Resolved } from '../../appointments/resolve.ts'
import { askSameDay, setAside } from './ask.ts'
import type { Desk } from './desk.ts'
import { adjustEnrolment, appointmentRow, isoOf, newEnrolment, whatChanged } from './draft.ts'
import { type Belongs, belongsTo } from './enrolment.ts'
import { noteIdentity } from './identity.ts'
import { hasAddress, noteAppointment, noteContact, noteDeath } from './note.ts'
import { outcome, skipped } from './outcome.ts'
import {
  type Appointment,
  type AsideReason,
  type KnownEnrolment,
  type KnownPatient,
  quarantineId,
} from './world.ts'

/** Decides what becomes of messages, and what is to be written. The same for a dry run and for real. */
export function decideAll(desk: Desk, chunk: readonly Resolved[]): Admission[] {
  const decided = chunk.map((one) => ({ one, admission: decide(desk, one) }))
  // Only when all are read: a later message may be the one that names the address.
  return decided.map(({ one, admission }) =>
    admission.appointmentId && !hasAddress(desk.world.patients.get(one.person))
      ? { ...admission, notes: [...admission.notes, 'no-address'] }
      : admission,
  )
}

function decide(desk: Desk, one: Resolved): Admission {
  const patient = desk.world.patients.get(one.person) ?? imagine(desk, one)
  if ('reason' in patient) return refuseUnknown(desk, one, patient.reason)
  const doubt = doubtsPerson(desk, one, patient)
  if (doubt) return doubt
  noteDeath(desk, one, patient) // whatever becomes of the appointment
  const before = findKnown(desk.world.appointments, namedBy(desk, one), patient.id)
  if (before && before.patientId !== patient.id) return setAside(desk, one, patient, 'other-patient')
  if (before && isOlder(one, before)) return skipped(one, patient, 'older')
  const belongs = belongsTo(one, desk.world.enrolments.get(patient.id) ?? [], {
    current: before?.enrolmentId ?? null,
    isDead: patient.deceasedOn !== null,
  })
  if ('skip' in belongs) return skipped(one, patient, belongs.skip)
  if ('aside' in belongs) return setAside(desk, one, patient, belongs.aside)
  return admit(desk, one, patient, before, belongs)
}

const namedBy = ({ source }: Desk, { message: { number }, startsAt }: Resolved) => ({
  number,
  source,
  startsAt,
})

const refuseUnknown = (desk: Desk, one: Resolved, reason: string) =>
  reason === 'side-unknown' ? setAside(desk, one, null, reason) : skipped(one, null, reason)

/** Somebody whose name or birth date is not what we have under this number, unless a human has said it is right. */
function doubtsPerson(desk: Desk, one: Resolved, patient: KnownPatient): Admission | null {
  const difference = differs(patient, one)
  if (!difference) return null
  const verdict = desk.world.verdicts.get(quarantineId(one, difference))
  return verdict === 'accepted' ? null : setAside(desk, one, patient, difference)
}

const isOlder = ({ message }: Resolved, before: Appointment) =>
  message.changedAt !== undefined && before.changedAt > isoOf(message.changedAt)

/** Somebody unknown: registered before this in earnest, imagined in a dry run; who is not to be registered has a reason. */
function imagine({ newId, world }: Desk, one: Resolved): KnownPatient | { reason: string } {
  if (one.outside) return { reason: one.outside }
  if (one.side === null) return { reason: 'side-unknown' }
  const patient: KnownPatient = {
    id: newId('pat'),
    searchName: one.searchName,
    birthDate: one.message.patient.birthDate,
    deceasedOn: null,
    isNew: true,
    row: null,
    contact: {},
    contactToldAt: null,
  }
  world.patients.set(one.person, patient)
  return patient
}

function differs(known: KnownPatient, one: Resolved): AsideReason | null {
  const name = known.searchName !== one.searchName
  const birthDate = known.birthDate !== one.message.patient.birthDate
  if (name && birthDate) return 'person-differs'
  if (name) return 'name-differs'
  return birthDate ? 'birth-date-differs' : null
}

function admit(
  desk: Desk,
  one: Resolved,
  patient: KnownPatient,
  before: Appointment | null,
  belongs: Exclude<Belongs, { aside: AsideReason } | { skip: string }>,
): Admission {
  const enrolment = enrolmentFor(desk, one, patient, belongs)
  const row = appointmentRow(desk, one, { patient, before, enrolment })
  const doubts = desk.asksSameDay ? askSameDay(desk, one, patient, before, row) : []
  const what = whatChanged(before, row)
  noteAppointment(desk, one, { before, row, what })
  noteContact(desk, one, patient)
  const notes = noteIdentity(desk, one, patient)
  return outcome(what, one, patient, {
    enrolment: isOf(enrolment),
    notes: [...one.notes, ...notes, ...doubts],
    enrolmentId: row.enrolmentId,
    appointmentId: row.id,
  })
}

const isOf = (enrolment: KnownEnrolment | null) => (enrolment ? (enrolment.isNew ? 'new' : 'known') : 'none')

function enrolmentFor(
  desk: Desk,
  one: Resolved,
  patient: KnownPatient,
  belongs: Belongs,
): KnownEnrolment | null {
  const enrolment =
    'to' in belongs ? belongs.to : 'makeNew' in belongs ? newEnrolment(desk, one, patient) : null
  if (enrolment) adjustEnrolment(desk, one, enrolment)
  return enrolment
}

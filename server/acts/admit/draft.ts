import type { AdmissionWhat } from '../../../core/feeds/appointment-message.ts'
import { numberFrom } from '../../appointments/number-forms.ts'
import type { Resolved } from '../../appointments/resolve.ts'
import type { Desk } from './desk.ts'
import type { Appointment, KnownEnrolment, KnownPatient } from './world.ts'

export const isoOf = (instant: string) => new Date(instant).toISOString()

export function newEnrolment({ ctx, newId, now, today, world }: Desk, one: Resolved, patient: KnownPatient) {
  const made: KnownEnrolment = {
    id: newId('enr'),
    patientId: patient.id,
    organisationId: ctx.organisationId,
    teamId: one.team.id,
    outcomeSet: one.team.version.set.id,
    setVersionId: one.team.version.id,
    side: one.side ?? '',
    treatmentOption: null,
    treatmentChosenOn: null,
    leadClinicianId: null,
    startedOn: today,
    endedOn: null,
    contacts: [],
    mailOffAt: null,
    movedAt: null,
    endReason: null,
    createdAt: now,
    isNew: true,
  }
  world.enrolments.set(patient.id, [...(world.enrolments.get(patient.id) ?? []), made])
  return made
}

/**
 * What the feed knows about an enrolment: the care path began no later than its first appointment, whichever message
 * came first; a treatment and a lead clinician only where nobody has chosen one.
 */
export function adjustEnrolment({ writes, today }: Desk, one: Resolved, enrolment: KnownEnrolment) {
  const treatment = enrolment.treatmentOption ?? one.treatment
  const lead = enrolment.leadClinicianId ?? one.leadClinicianId
  const startedOn =
    one.on < enrolment.startedOn && one.message.status === 'booked' ? one.on : enrolment.startedOn
  const isSame =
    treatment === enrolment.treatmentOption &&
    lead === enrolment.leadClinicianId &&
    startedOn === enrolment.startedOn
  if ((isSame && !enrolment.isNew) || enrolment.endedOn) return
  const since = one.on < today ? one.on : today
  if (treatment !== enrolment.treatmentOption) enrolment.treatmentChosenOn = since
  if (lead !== enrolment.leadClinicianId && !enrolment.isNew) {
    const { id: enrolmentId, teamId } = enrolment
    writes.former.push({ enrolmentId, teamId, kind: 'lead', value: null, from: null, until: since })
  }
  Object.assign(enrolment, { treatmentOption: treatment, leadClinicianId: lead, startedOn })
  writes.enrolments.set(enrolment.id, enrolment)
  writes.touched.add(enrolment.id)
}

type Around = { patient: KnownPatient; before: Appointment | null; enrolment: KnownEnrolment | null }

export function appointmentRow(
  { ctx, newId, now, source, world }: Desk,
  one: Resolved,
  { patient, before, enrolment }: Around,
): Appointment {
  const { message } = one
  return {
    id: before?.id ?? newId('apt'),
    organisationId: ctx.organisationId,
    number: numberFrom(world.appointments, before, message.number),
    patientId: patient.id,
    teamId: one.team.id,
    enrolmentId: enrolment?.id ?? null,
    clinicianId: one.clinicianId,
    clinicianName: message.clinician ?? null,
    kind: one.kind,
    location: message.location ?? null,
    way: message.way ?? null,
    preparation: message.preparation ?? null,
    startsAt: one.startsAt,
    status: message.status,
    source,
    changedAt: message.changedAt ? isoOf(message.changedAt) : now,
  }
}

export function whatChanged(before: Appointment | null, row: Appointment): AdmissionWhat {
  if (before?.status !== row.status) return row.status as AdmissionWhat
  if (before.startsAt !== row.startsAt) return 'moved'
  const told = ({ kind, teamId, enrolmentId, clinicianId, clinicianName, ...place }: Appointment) =>
    JSON.stringify([
      [kind, teamId, enrolmentId, clinicianId, clinicianName],
      [place.location, place.way, place.preparation],
    ])
  return told(before) === told(row) ? 'unchanged' : 'changed'
}

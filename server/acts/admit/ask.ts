import type { Admission } from '../../../core/feeds/appointment-message.ts'
import type { Resolved } from '../../appointments/resolve.ts'
import type { Desk } from './desk.ts'
import { outcome, skipped } from './outcome.ts'
import { isDoubted, noteBooked } from './same-day.ts'
import { questionId } from './same-day-questions.ts'
import { type Appointment, type AsideReason, type KnownPatient, quarantineId } from './world.ts'

/** Leaves a message to a person, unless one has rejected it before. */
export function setAside(
  desk: Desk,
  one: Resolved,
  patient: KnownPatient | null,
  reason: AsideReason,
): Admission {
  const id = quarantineId(one, reason)
  if (desk.world.verdicts.get(id) === 'rejected') return skipped(one, patient, 'rejected-before')
  askPerson(desk, one, patient, { id, reason })
  return outcome('set-aside', one, patient, { reason })
}

const askPerson = (
  { ctx, source, now, writes }: Desk,
  one: Resolved,
  patient: KnownPatient | null,
  { id, reason }: { id: string; reason: string },
) =>
  writes.quarantine.set(id, {
    id,
    organisationId: ctx.organisationId,
    source,
    reason,
    message: { ...one.message, team: one.team.id },
    patientId: patient?.row ? patient.id : null,
    receivedAt: now,
  })

/** A second appointment of a day is kept; whether it counts there is asked. Gives what to say about it. */
export function askSameDay(
  desk: Desk,
  one: Resolved,
  patient: KnownPatient,
  before: Appointment | null,
  row: Appointment,
): string[] {
  const doubted = isDoubted(desk, one, before, row)
  noteBooked(desk.world, before, row, one.on)
  if (!doubted) return []
  askPerson(desk, one, patient, { id: questionId(row.id), reason: 'same-day' })
  return ['same-day']
}

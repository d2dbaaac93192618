import { and, eq, inArray } from 'drizzle-orm'
import { localDate } from '../../../core/time/dates.ts'
import type { Resolved } from '../../appointments/resolve.ts'
import type { Tx } from '../../db/database.ts'
import { appointments } from '../../db/schema/care.ts'
import type { Desk } from './desk.ts'
import { type Appointment, type KnownEnrolment, quarantineId, type World } from './world.ts'

/** Appointments as far as another may be their double, by id; null of what is not booked there any more. */
export type Booked = Map<string, { kind: string; on: string } | null>

/** Reads what is booked on the care paths of these patients in a world, beside what was decided there. */
export async function loadBooked(
  tx: Tx,
  world: World,
  patientIds: readonly string[],
  zone: string,
): Promise<void> {
  const paths = patientIds.flatMap((of) => world.enrolments.get(of) ?? []).map(({ id }) => id)
  if (paths.length === 0) return
  const { id, enrolmentId, kind, startsAt, status } = appointments
  const rows = await tx
    .select({ id, enrolmentId, kind, startsAt })
    .from(appointments)
    .where(and(inArray(enrolmentId, paths), eq(status, 'booked')))
  for (const row of rows) {
    const known = bookedOf(world, row.enrolmentId ?? '')
    if (!known.has(row.id)) known.set(row.id, { kind: row.kind, on: localDate(row.startsAt, zone) })
  }
}

/** Whether this is a second appointment of one kind on one day, and the feed wants to be asked; one that counted there already stays. */
export function mustAsk(
  { asksSameDay, world }: Desk,
  one: Resolved,
  before: Appointment | null,
  { id: enrolmentId }: KnownEnrolment,
): boolean {
  if (!asksSameDay || one.message.status !== 'booked') return false
  const isSame = before?.status === 'booked' && before.enrolmentId === enrolmentId && before.kind === one.kind
  if (isSame && world.booked.get(enrolmentId)?.get(before.id)?.on === one.on) return false
  if (world.verdicts.get(quarantineId(one, 'same-day')) === 'accepted') return false
  return isSecondOfDay(world, { id: before?.id ?? '', enrolmentId, kind: one.kind }, one.on)
}

/** Whether another appointment of this kind is booked on this care path that day. */
function isSecondOfDay(
  world: World,
  { id, enrolmentId, kind }: Pick<Appointment, 'id' | 'enrolmentId' | 'kind'>,
  on: string,
): boolean {
  const others = [...(world.booked.get(enrolmentId ?? '') ?? [])]
  return others.some(([other, known]) => other !== id && known?.kind === kind && known.on === on)
}

/** Notes what was decided of an appointment, for the messages after it. */
export function noteBooked(world: World, before: Appointment | null, row: Appointment, on: string): void {
  const { id, enrolmentId, kind, status } = row
  if (before?.enrolmentId) bookedOf(world, before.enrolmentId).set(id, null)
  if (enrolmentId) bookedOf(world, enrolmentId).set(id, status === 'booked' ? { kind, on } : null)
}

function bookedOf({ booked }: World, enrolmentId: string): Booked {
  const known = booked.get(enrolmentId) ?? (new Map() as Booked)
  booked.set(enrolmentId, known)
  return known
}

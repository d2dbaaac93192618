import { and, eq, inArray, ne } from 'drizzle-orm'
import { localDate } from '../../../core/time/dates.ts'
import type { Resolved } from '../../appointments/resolve.ts'
import type { Tx } from '../../db/database.ts'
import { appointments } from '../../db/schema/care.ts'
import type { Desk } from './desk.ts'
import { askedAppointments } from './same-day-questions.ts'
import type { Appointment, World } from './world.ts'

/** Appointments as far as another may be their double, by id; null of what is not booked there any more. */
export type Booked = Map<string, { kind: string; on: string } | null>

/** Reads what feeds told is booked on the care paths of these patients in a world, and what of it is asked about, beside what was decided there. */
export async function loadBooked(
  tx: Tx,
  world: World,
  patientIds: readonly string[],
  zone: string,
): Promise<void> {
  const paths = patientIds.flatMap((of) => world.enrolments.get(of) ?? []).map(({ id }) => id)
  if (paths.length === 0) return
  const { id, enrolmentId, kind, startsAt, status, source } = appointments
  const rows = await tx
    .select({ id, enrolmentId, kind, startsAt })
    .from(appointments)
    .where(and(inArray(enrolmentId, paths), eq(status, 'booked'), ne(source, 'staff')))
  for (const row of rows) {
    const known = bookedOf(world, row.enrolmentId ?? '')
    if (!known.has(row.id)) known.set(row.id, { kind: row.kind, on: localDate(row.startsAt, zone) })
  }
  for (const id of await askedAppointments(tx, rows)) world.asked.add(id)
}

/**
 * Whether a person is to be asked about this appointment: it is a second of its kind on its day, and did not count there
 * already. Noted for the messages after it.
 */
export function isDoubted(
  { world }: Desk,
  one: Resolved,
  before: Appointment | null,
  row: Appointment,
): boolean {
  if (row.status !== 'booked' || !row.enrolmentId) return false
  const known = before ? world.booked.get(row.enrolmentId)?.get(before.id) : null
  const stays = known?.kind === row.kind && known.on === one.on
  if (stays && !world.asked.has(row.id)) return false
  const doubted = isSecondOfDay(world, row, one.on)
  if (doubted) world.asked.add(row.id)
  return doubted
}

/** Appointments that were asked about, and now are the only one of their kind on their day, or are not booked any more. */
export function settled({ asked, booked }: World): string[] {
  const places = [...booked].flatMap(([enrolmentId, known]) =>
    [...known].flatMap(([id, there]) => (there ? [{ id, enrolmentId, ...there }] : [])),
  )
  const days = Map.groupBy(places, ({ enrolmentId, kind, on }) => `${enrolmentId} ${kind} ${on}`)
  const doubled = new Set(
    [...days.values()].flatMap((day) => (day.length > 1 ? day.map(({ id }) => id) : [])),
  )
  return [...asked].filter((id) => !doubled.has(id))
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

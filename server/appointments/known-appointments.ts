import { and, eq, inArray } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { appointments } from '../db/schema/care.ts'

export type KnownAppointment = Pick<
  typeof appointments.$inferSelect,
  'startsAt' | 'teamId' | 'kind' | 'status'
>

/** What is stored under the sender's numbers of appointments. */
export async function knownAppointments(
  db: Tx,
  { organisationId }: Ctx,
  numbers: readonly string[],
): Promise<Map<string, KnownAppointment>> {
  if (numbers.length === 0) return new Map()
  const { number, startsAt, teamId, kind, status } = appointments
  const rows = await db
    .select({ number, startsAt, teamId, kind, status })
    .from(appointments)
    .where(and(eq(appointments.organisationId, organisationId), inArray(number, [...numbers])))
  return new Map(rows.map((row) => [row.number, row]))
}

import { and, eq, inArray } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { appointments } from '../db/schema/care.ts'

/** When appointments are, by the sender's number: a cancellation may come without its time. */
export async function knownStarts(
  db: Tx,
  { organisationId }: Ctx,
  numbers: readonly string[],
): Promise<Map<string, string>> {
  if (numbers.length === 0) return new Map()
  const rows = await db
    .select({ number: appointments.number, startsAt: appointments.startsAt })
    .from(appointments)
    .where(and(eq(appointments.organisationId, organisationId), inArray(appointments.number, [...numbers])))
  return new Map(rows.map(({ number, startsAt }) => [number, startsAt]))
}

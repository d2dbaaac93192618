import { and, eq, inArray, like, or } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { appointments } from '../db/schema/care.ts'
import { numberKey, type PatientNumber, patientsByNumber } from '../patients/store.ts'
import { findKnown, formsOf, keepKnown, MARKED, type Named, noneKnown } from './number-forms.ts'

export type KnownAppointment = Pick<
  typeof appointments.$inferSelect,
  'number' | 'patientId' | 'startsAt' | 'teamId' | 'kind' | 'status' | 'source'
>
/** The same with the number of its patient, where there is one. */
export type NamedAppointment = Named & { patient: PatientNumber | null }

/** What is stored of appointments, by their names in the same order; null of what is not known. */
export async function knownAppointments(
  db: Tx,
  ctx: Ctx,
  named: readonly NamedAppointment[],
): Promise<(KnownAppointment | null)[]> {
  if (named.length === 0) return []
  const people = await patientsByNumber(
    db,
    ctx,
    named.flatMap(({ patient }) => patient ?? []),
  )
  const known = noneKnown<KnownAppointment>()
  const numbers = named.flatMap(({ number }) => formsOf(number))
  const patientIds = [...people.values()].map(({ id }) => id)
  for (const row of await readKnown(db, ctx, numbers, patientIds)) keepKnown(known, row)
  return named.map(({ patient, ...one }) =>
    findKnown(known, one, (patient && people.get(numberKey(patient))?.id) ?? null),
  )
}

function readKnown(db: Tx, ctx: Ctx, numbers: string[], patientIds: string[]): Promise<KnownAppointment[]> {
  const { number, patientId, startsAt, teamId, kind, status, source } = appointments
  const isHere = eq(appointments.organisationId, ctx.organisationId)
  return db
    .select({ number, patientId, startsAt, teamId, kind, status, source })
    .from(appointments)
    .where(
      or(
        and(isHere, inArray(number, numbers)),
        // These patients are the organisation's; saying so again makes SQLite read all of its appointments.
        and(inArray(patientId, patientIds), like(number, MARKED)),
      ),
    )
}

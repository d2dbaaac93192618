import { and, asc, eq, exists, like, or } from 'drizzle-orm'
import { fold } from '../../core/words/fold.ts'
import { recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { patientNumbers, patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { callerOf, caredFor } from '../patients/scope.ts'

const MOST = 8

/** Patients in the caller's care by a part of their name or by their whole number. */
export async function findPatients(deps: Deps, ctx: Ctx, search: string) {
  const found = await foundBy(deps.db, ctx, search, deps.now())
  await recordRead(deps, ctx, { type: 'patients.searched', patients: found.map(({ id }) => id) })
  return found
}

/** A cross join, so that SQLite too begins with whom the caller cares for. */
export function foundBy(db: Tx, ctx: Ctx, search: string, now: Date) {
  const cared = caredFor(db, callerOf(ctx, now)).as('cared')
  const name = fold(search) // without a letter or a digit it is no name, and would be a part of every one
  const numbered = db
    .select({ id: patientNumbers.id })
    .from(patientNumbers)
    .where(and(eq(patientNumbers.patientId, patients.id), eq(patientNumbers.number, search.trim())))
  return db
    .select({
      id: patients.id,
      givenName: patients.givenName,
      familyName: patients.familyName,
      birthDate: patients.birthDate,
    })
    .from(cared)
    .crossJoin(patients)
    .where(
      and(
        eq(patients.id, cared.id),
        eq(patients.organisationId, ctx.organisationId),
        or(name ? like(patients.searchName, `%${name}%`) : undefined, exists(numbered)),
      ),
    )
    .orderBy(asc(patients.searchName))
    .limit(MOST)
}

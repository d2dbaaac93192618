import { and, asc, eq, exists, like, or } from 'drizzle-orm'
import { fold } from '../../core/fold.ts'
import { recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { patientNumbers, patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { inCare } from '../patients/scope.ts'

const MOST = 8

/** Patients in the caller's care by a part of their name or by their whole number. */
export async function findPatients(deps: Deps, ctx: Ctx, search: string) {
  const { db, now } = deps
  const numbered = db
    .select({ id: patientNumbers.id })
    .from(patientNumbers)
    .where(and(eq(patientNumbers.patientId, patients.id), eq(patientNumbers.number, search.trim())))
  const found = await db
    .select({
      id: patients.id,
      givenName: patients.givenName,
      familyName: patients.familyName,
      birthDate: patients.birthDate,
    })
    .from(patients)
    .where(and(inCare(db, ctx, now()), or(like(patients.searchName, `%${fold(search)}%`), exists(numbered))))
    .orderBy(asc(patients.searchName))
    .limit(MOST)
  await recordRead(deps, ctx, { type: 'patients.searched', patients: found.map(({ id }) => id) })
  return found
}

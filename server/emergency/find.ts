import { and, asc, eq, gt } from 'drizzle-orm'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { enrolments } from '../db/schema/care.ts'
import { emergencyAccesses } from '../db/schema/emergency.ts'
import { teams } from '../db/schema/organisations.ts'
import { patientNumbers, patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { conflict, type Problem, refused } from '../http/problem.ts'
import { callerOf, inCare, isWithTeam } from '../patients/scope.ts'

type Works = Pick<Deps, 'db' | 'now' | 'newId'>
type Named = { number: string; birthDate: string }

/**
 * By number and birth date together: neither of them alone says who is known here, and two people of whom both hold
 * are nobody.
 */
export async function findPatient(deps: Works, ctx: Ctx, { number, birthDate }: Named): Promise<string> {
  const [found, another] = await deps.db
    .selectDistinct({ id: patients.id })
    .from(patientNumbers)
    .innerJoin(patients, eq(patients.id, patientNumbers.patientId))
    .where(
      and(
        eq(patientNumbers.number, number),
        eq(patients.birthDate, birthDate),
        eq(patients.organisationId, ctx.organisationId),
      ),
    )
    .limit(2)
  if (found && !another) return found.id
  throw await written(deps, ctx, refused('unknown_patient', 'Nobody here has this number and birth date'))
}

/** Whose file is open to the caller anyway needs no emergency. */
export async function mustBeOutside(db: Tx, ctx: Ctx, patientId: string, now: Date) {
  const [own] = await db
    .select({ id: patients.id })
    .from(patients)
    .where(and(eq(patients.id, patientId), inCare(db, callerOf(ctx, now))))
  if (own) throw conflict('in_care', 'This patient is in your care', { patientId })
}

/** The teams in whose care the patient is; what they may see can be seen in an emergency, and nothing older. */
export async function treatingTeams(deps: Works, ctx: Ctx, patientId: string): Promise<string[]> {
  const { db, now } = deps
  const ofHouse = await db
    .select({ id: teams.id })
    .from(teams)
    .where(eq(teams.organisationId, ctx.organisationId))
  const anyTeam = callerOf({ ...ctx, teamIds: ofHouse.map(({ id }) => id) }, now())
  const rows = await db
    .selectDistinct({ teamId: enrolments.teamId })
    .from(enrolments)
    .where(and(eq(enrolments.patientId, patientId), isWithTeam(db, anyTeam)))
  if (rows.length > 0) return rows.map(({ teamId }) => teamId)
  throw await written(deps, ctx, refused('nothing_to_see', 'This patient is on no care path here'), patientId)
}

/** The caller's own files that are open now, the first to close first; without whose. */
export const ownOpen = ({ db, now }: Works, { actor }: Ctx): Promise<{ id: string; endsAt: string }[]> =>
  db
    .select({ id: emergencyAccesses.id, endsAt: emergencyAccesses.endsAt })
    .from(emergencyAccesses)
    .where(and(eq(emergencyAccesses.staffId, actor.id), gt(emergencyAccesses.endsAt, now().toISOString())))
    .orderBy(asc(emergencyAccesses.endsAt))

/** The caller's own access to this patient that is not over yet. */
export async function openedBy({ db, now }: Works, { actor }: Ctx, patientId: string) {
  const [open] = await db
    .select({ id: emergencyAccesses.id })
    .from(emergencyAccesses)
    .where(
      and(
        eq(emergencyAccesses.staffId, actor.id),
        eq(emergencyAccesses.patientId, patientId),
        gt(emergencyAccesses.endsAt, now().toISOString()),
      ),
    )
  return open
}

/** Whoever guesses who is known here stands in the log. */
async function written(deps: Works, ctx: Ctx, refusal: Problem, patientId?: string): Promise<Problem> {
  await deps.db.transaction((tx) =>
    record(tx, deps, ctx, {
      action: 'E',
      type: 'emergency.refused',
      outcome: '4',
      patients: patientId ? [patientId] : [],
      detail: { why: refusal.code },
    }),
  )
  return refusal
}

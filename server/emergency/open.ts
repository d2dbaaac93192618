import { and, eq, gt, max } from 'drizzle-orm'
import { localDate } from '../../core/dates.ts'
import { EMERGENCIES_A_DAY, EMERGENCY_MINUTES } from '../../core/emergency.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { enrolments } from '../db/schema/care.ts'
import { emergencyAccesses } from '../db/schema/emergency.ts'
import { organisations, teams } from '../db/schema/organisations.ts'
import { patientNumbers, patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { conflict, Problem, refused } from '../http/problem.ts'
import { enqueueEmergencyNotice } from '../outbox/emergency-notice.ts'
import { callerOf, inCare, isWithTeam } from '../patients/scope.ts'
import { confirmCode } from '../staff/confirm-code.ts'

/** Whom it is about, as whoever stands before them can know, and why; with a code of the second factor. */
export type Emergency = { number: string; birthDate: string; reason: string; code: string }

type Works = Pick<Deps, 'db' | 'now' | 'newId' | 'seal' | 'config' | 'secret' | 'log'>

/**
 * Opens one patient's file for an hour, to read; gives the one that is open already. 422 ('unknown_patient', 'nothing_to_see', 'wrong_code', 'used_code'),
 * 409 ('in_care': the file is open to the caller anyway), 429 ('too_many_emergencies').
 */
export async function openFile(deps: Works, ctx: Ctx, emergency: Emergency): Promise<{ id: string }> {
  await confirmCode(deps, ctx, emergency.code)
  const patientId = await findPatient(deps, ctx, emergency)
  await mustBeOutside(deps.db, ctx, patientId, deps.now())
  const open = await openedBy(deps, ctx, patientId)
  if (open) return open
  const teamIds = await treatingTeams(deps.db, ctx, patientId, deps.now())
  if (teamIds.length === 0) throw refused('nothing_to_see', 'This patient is on no care path here')
  const row = await nextRow(deps, ctx, { patientId, reason: emergency.reason })
  await deps.db.transaction(async (tx) => {
    const made = await tx
      .insert(emergencyAccesses)
      .values(row)
      .onConflictDoNothing()
      .returning({ id: emergencyAccesses.id })
    if (made.length === 0) throw conflict('at_once', 'Another file was opened at the same moment')
    await enqueueEmergencyNotice(tx, deps, ctx, { id: row.id, teamIds, day: row.day })
    const object = { type: 'emergency-access', id: row.id }
    await record(tx, deps, ctx, { action: 'E', type: 'emergency.opened', patients: [patientId], object })
  })
  return { id: row.id }
}

/** By number and birth date together: neither of them alone says who is known here. Guessing is written down. */
async function findPatient(deps: Works, ctx: Ctx, { number, birthDate }: Emergency): Promise<string> {
  const [found, another] = await deps.db
    .select({ id: patients.id })
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
  await deps.db.transaction((tx) =>
    record(tx, deps, ctx, { action: 'E', type: 'emergency.refused', outcome: '4' }),
  )
  throw refused('unknown_patient', 'Nobody here has this number and this birth date')
}

async function mustBeOutside(db: Tx, ctx: Ctx, patientId: string, now: Date) {
  const [own] = await db
    .select({ id: patients.id })
    .from(patients)
    .where(and(eq(patients.id, patientId), inCare(db, callerOf(ctx, now))))
  if (own) throw conflict('in_care', 'This patient is in your care', { patientId })
}

async function openedBy({ db, now }: Works, { actor }: Ctx, patientId: string) {
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

/** The teams in whose care the patient is; what they may see can be seen in an emergency, and nothing older. */
export async function treatingTeams(db: Tx, ctx: Ctx, patientId: string, now: Date): Promise<string[]> {
  const ofHouse = await db
    .select({ id: teams.id })
    .from(teams)
    .where(eq(teams.organisationId, ctx.organisationId))
  const anyTeam = callerOf({ ...ctx, teamIds: ofHouse.map(({ id }) => id) }, now)
  const rows = await db
    .selectDistinct({ teamId: enrolments.teamId })
    .from(enrolments)
    .where(and(eq(enrolments.patientId, patientId), isWithTeam(db, anyTeam)))
  return rows.map(({ teamId }) => teamId)
}

async function nextRow(
  { db, now, newId }: Works,
  { actor, organisationId }: Ctx,
  about: { patientId: string; reason: string },
) {
  const openedAt = now().toISOString()
  const [house] = await db
    .select({ zone: organisations.timeZone })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
  const day = localDate(openedAt, house?.zone ?? 'UTC')
  const ofToday = and(eq(emergencyAccesses.staffId, actor.id), eq(emergencyAccesses.day, day))
  const [opened] = await db
    .select({ last: max(emergencyAccesses.ordinal).mapWith(Number) })
    .from(emergencyAccesses)
    .where(ofToday)
  const ordinal = (opened?.last ?? 0) + 1
  if (ordinal > EMERGENCIES_A_DAY)
    throw new Problem(429, 'too_many_emergencies', 'That was the last of today')
  const endsAt = new Date(now().getTime() + EMERGENCY_MINUTES * 60_000).toISOString()
  return { id: newId('emg'), organisationId, staffId: actor.id, day, ordinal, openedAt, endsAt, ...about }
}

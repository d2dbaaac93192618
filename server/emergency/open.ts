import { and, eq, max } from 'drizzle-orm'
import { EMERGENCIES_A_DAY, EMERGENCY_MINUTES } from '../../core/access/emergency.ts'
import { localDate } from '../../core/time/dates.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { emergencyAccesses } from '../db/schema/emergency.ts'
import { organisations } from '../db/schema/organisations.ts'
import type { Deps } from '../deps.ts'
import { conflict, Problem } from '../http/problem.ts'
import { enqueueEmergencyNotice } from '../outbox/emergency-notice.ts'
import { confirmCode } from '../staff/confirm-code.ts'
import { findPatient, mustBeOutside, openedBy, treatingTeams } from './find.ts'

/** Whom it is about, as whoever stands before them can know, and why; with a code of the second factor. */
export type Emergency = { number: string; birthDate: string; reason: string; code: string }

type Works = Pick<Deps, 'db' | 'now' | 'newId' | 'seal' | 'config' | 'secret' | 'log'>

/**
 * Opens one patient's file for an hour, to read; gives the one that is open already. 422 ('unknown_patient',
 * 'nothing_to_see', 'wrong_code', 'used_code'), 409 ('in_care', 'at_once'), 429 ('too_many_emergencies').
 */
export async function openFile(deps: Works, ctx: Ctx, emergency: Emergency): Promise<{ id: string }> {
  await confirmCode(deps, ctx, emergency.code)
  const patientId = await findPatient(deps, ctx, emergency)
  await mustBeOutside(deps.db, ctx, patientId, deps.now())
  const open = await openedBy(deps, ctx, patientId)
  if (open) return open
  const teamIds = await treatingTeams(deps, ctx, patientId)
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

import { and, eq } from 'drizzle-orm'
import { maskedBsn } from '../../core/patients/bsn.ts'
import { record, recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { patientBsns, patients } from '../db/schema/patients.ts'
import { staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { conflict, notFound, refused } from '../http/problem.ts'
import { bsnKeeper } from '../patients/bsn-keeper.ts'
import { lockPatients } from '../patients/lock.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId' | 'config'>
type Row = typeof patientBsns.$inferSelect

/**
 * What is kept of a patient's citizen service number: its last three digits, and who verified it. `verified.by` is
 * null where the source verifies, and `reason` then names it. `keeps`: whether the
 * organisation keeps any; `locked`: there is one that does not open, as under a key that is not set now; `which`: tells
 * it from another, also where both were told at one instant. 404 for a patient of others.
 */
export async function readBsnState(deps: Tools, ctx: Ctx, patientId: string) {
  const { row, verifier } = await rowOf(deps.db, ctx, patientId)
  const bsn = row && opened(deps, ctx, row)
  await recordRead(deps, ctx, { type: 'patient.bsn-read', patients: [patientId] })
  return {
    keeps: bsnKeeper(deps.config, ctx.organisationId) !== null,
    masked: bsn ? maskedBsn(bsn) : null,
    locked: Boolean(row?.sealed) && !bsn,
    which: row?.finder ?? null,
    toldAt: row?.toldAt ?? null,
    wrongAt: row?.wrongAt ?? null,
    verified: row?.verifiedAt ? { at: row.verifiedAt, by: verifier, reason: row.verifiedReason ?? '' } : null,
  }
}

/** All of the number, for whoever asks for it; the log says so first. 404 where there is none that opens. */
export async function showBsn(deps: Tools, ctx: Ctx, patientId: string): Promise<{ bsn: string }> {
  const { row } = await rowOf(deps.db, ctx, patientId)
  const bsn = row && opened(deps, ctx, row)
  if (!bsn) throw notFound('number')
  await recordRead(deps, ctx, { type: 'patient.bsn-shown', patients: [patientId] })
  return { bsn }
}

/**
 * A person has verified the number, and says how. 404 where there is none that opens; 409
 * ('bsn_changed') when it is another one than they saw (`seen`, its `which`); 422 ('bsn_in_reason') when they wrote the number itself into the reason.
 */
export async function verifyBsn(
  deps: Tools,
  ctx: Ctx,
  { patientId, reason, seen }: { patientId: string; reason: string; seen: string },
): Promise<void> {
  await rowOf(deps.db, ctx, patientId)
  await deps.db.transaction(async (tx) => {
    await lockPatients(tx, [patientId])
    const { row } = await rowOf(tx, ctx, patientId)
    const bsn = row && opened(deps, ctx, row)
    if (!bsn) throw notFound('number')
    if (names(reason, bsn))
      throw refused('bsn_in_reason', 'The reason names the number itself, and is not sealed')
    if (row.finder !== seen) throw conflict('bsn_changed', 'Another number came meanwhile; look at it first')
    await tx
      .update(patientBsns)
      .set({ verifiedAt: deps.now().toISOString(), verifiedBy: ctx.actor.id, verifiedReason: reason })
      .where(eq(patientBsns.patientId, patientId))
    await record(tx, deps, ctx, { action: 'U', type: 'patient.bsn-verified', patients: [patientId] })
  })
}

/** Nothing of the number is kept any more, until a source sends one again. Again is harmless. */
export async function removeBsn(deps: Tools, ctx: Ctx, patientId: string): Promise<void> {
  await rowOf(deps.db, ctx, patientId)
  await deps.db.transaction(async (tx) => {
    const removed = await tx
      .delete(patientBsns)
      .where(eq(patientBsns.patientId, patientId))
      .returning({ id: patientBsns.patientId })
    if (removed.length > 0)
      await record(tx, deps, ctx, { action: 'D', type: 'patient.bsn-removed', patients: [patientId] })
  })
}

const names = (reason: string, bsn: string) => reason.replaceAll(/[^\d]/g, '').includes(bsn.replace(/^0/, ''))

const opened = (deps: Tools, ctx: Ctx, { patientId, sealed, keyId }: Row): string | null =>
  sealed && keyId
    ? (bsnKeeper(deps.config, ctx.organisationId)?.open(patientId, { sealed, keyId }) ?? null)
    : null

async function rowOf(db: Tx, { organisationId }: Ctx, patientId: string) {
  const [found] = await db
    .select({ row: patientBsns, verifier: staff.name })
    .from(patients)
    .leftJoin(patientBsns, eq(patientBsns.patientId, patients.id))
    .leftJoin(staff, eq(staff.id, patientBsns.verifiedBy))
    .where(and(eq(patients.id, patientId), eq(patients.organisationId, organisationId)))
  if (!found) throw notFound('patient')
  return found
}

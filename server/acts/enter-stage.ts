import { and, eq, isNull } from 'drizzle-orm'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { stageEntries } from '../db/schema/care.ts'
import { versionNow } from '../definitions/moved.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import { ownEnrolment } from '../enrolments/store.ts'
import { conflict, notFound, refused } from '../http/problem.ts'
import { lockPatients } from '../patients/lock.ts'
import { planEnrolments, versionsOfPatients } from './plan-enrolment.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId' | 'definitions'>

/**
 * Says by hand that a patient entered a stage of the care path on a date; what hangs on it is planned. Said twice, it is
 * there once.
 */
export async function enterStage(
  deps: Tools,
  ctx: Ctx,
  enrolmentId: string,
  { stage, enteredOn }: { stage: string; enteredOn: string },
): Promise<{ stageEntryId: string; isNew: boolean }> {
  const { patientId } = await ownEnrolment(deps.db, ctx, enrolmentId, deps.now())
  const versions = await versionsOfPatients(deps, [patientId])
  return deps.db.transaction(async (tx) => {
    await lockPatients(tx, [patientId])
    const path = await ownEnrolment(tx, ctx, enrolmentId, deps.now())
    mustHaveStage(await versionNow(tx, versions, path.setVersionId), stage)
    if (path.endedOn) throw conflict('enrolment_ended', 'This care path has ended')
    const known = await saidBefore(tx, enrolmentId, stage, enteredOn)
    if (known) return { stageEntryId: known, isNew: false }
    const id = deps.newId('ste')
    await tx.insert(stageEntries).values({
      id,
      enrolmentId,
      stage,
      enteredOn,
      source: 'staff',
      recordedBy: ctx.actor.id,
      recordedAt: deps.now().toISOString(),
    })
    await planEnrolments(tx, deps, versions, [enrolmentId])
    await record(tx, deps, ctx, {
      action: 'C',
      type: 'stage.entered',
      patients: [patientId],
      object: { type: 'enrolment', id: enrolmentId },
      detail: { stage, enteredOn },
    })
    return { stageEntryId: id, isNew: true }
  })
}

function mustHaveStage({ set }: SetVersion, stage: string) {
  const stages = set.carePath.stages.map(({ id }) => id)
  if (!stages.includes(stage))
    throw refused('unknown_stage', `The care path has no stage ${stage}`, { stages })
}

/** What a colleague said of this stage and day. An appointment's entry does not count: that falls with the appointment. */
async function saidBefore(
  tx: Tx,
  enrolmentId: string,
  stage: string,
  enteredOn: string,
): Promise<string | undefined> {
  const [known] = await tx
    .select({ id: stageEntries.id })
    .from(stageEntries)
    .where(
      and(
        eq(stageEntries.enrolmentId, enrolmentId),
        eq(stageEntries.stage, stage),
        eq(stageEntries.enteredOn, enteredOn),
        eq(stageEntries.source, 'staff'),
        isNull(stageEntries.withdrawnAt),
      ),
    )
    .limit(1)
  return known?.id
}

/** Takes back a stage entry that was a mistake: it stays on record as withdrawn, and its plan goes with it. */
export async function withdrawStageEntry(deps: Tools, ctx: Ctx, enrolmentId: string, entryId: string) {
  const { patientId } = await ownEnrolment(deps.db, ctx, enrolmentId, deps.now())
  const versions = await versionsOfPatients(deps, [patientId])
  await deps.db.transaction(async (tx) => {
    await lockPatients(tx, [patientId])
    const withdrawn = await tx
      .update(stageEntries)
      .set({ withdrawnAt: deps.now().toISOString(), withdrawnBy: ctx.actor.id })
      .where(
        and(
          eq(stageEntries.id, entryId),
          eq(stageEntries.enrolmentId, enrolmentId),
          isNull(stageEntries.withdrawnAt),
        ),
      )
      .returning({ stage: stageEntries.stage })
    if (withdrawn.length === 0) throw notFound('stage entry')
    await planEnrolments(tx, deps, versions, [enrolmentId])
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'stage.withdrawn',
      patients: [patientId],
      object: { type: 'enrolment', id: enrolmentId },
      detail: { stage: withdrawn[0]?.stage },
    })
  })
}

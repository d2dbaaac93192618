import { and, eq, isNull } from 'drizzle-orm'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { stageEntries } from '../db/schema/care.ts'
import type { Deps } from '../deps.ts'
import { ownEnrolment } from '../enrolments/store.ts'
import { conflict, notFound, refused } from '../http/problem.ts'
import { lockPatients } from '../patients/lock.ts'
import { planEnrolments } from './plan-enrolment.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId' | 'definitions'>

/** Says by hand that a patient entered a stage of the care path on a date; what hangs on it is planned. */
export async function enterStage(
  deps: Tools,
  ctx: Ctx,
  enrolmentId: string,
  { stage, enteredOn }: { stage: string; enteredOn: string },
): Promise<{ stageEntryId: string }> {
  const { patientId, setVersionId } = await ownEnrolment(deps.db, ctx, enrolmentId, deps.now())
  const version = await deps.definitions.version(setVersionId)
  const stages = version.set.carePath.stages.map(({ id }) => id)
  if (!stages.includes(stage))
    throw refused('unknown_stage', `The care path has no stage ${stage}`, { stages })
  const id = deps.newId('ste')
  await deps.db.transaction(async (tx) => {
    await lockPatients(tx, [patientId])
    if ((await ownEnrolment(tx, ctx, enrolmentId, deps.now())).endedOn)
      throw conflict('enrolment_ended', 'This care path has ended')
    await tx.insert(stageEntries).values({
      id,
      enrolmentId,
      stage,
      enteredOn,
      source: 'staff',
      recordedBy: ctx.actor.id,
      recordedAt: deps.now().toISOString(),
    })
    await planEnrolments(tx, deps, new Map([[setVersionId, version]]), [enrolmentId])
    await record(tx, deps, ctx, {
      action: 'C',
      type: 'stage.entered',
      patients: [patientId],
      object: { type: 'enrolment', id: enrolmentId },
      detail: { stage, enteredOn },
    })
  })
  return { stageEntryId: id }
}

/** Takes back a stage entry that was a mistake: it stays on record as withdrawn, and its plan goes with it. */
export async function withdrawStageEntry(deps: Tools, ctx: Ctx, enrolmentId: string, entryId: string) {
  const { patientId, setVersionId } = await ownEnrolment(deps.db, ctx, enrolmentId, deps.now())
  const version = await deps.definitions.version(setVersionId)
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
    await planEnrolments(tx, deps, new Map([[setVersionId, version]]), [enrolmentId])
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'stage.withdrawn',
      patients: [patientId],
      object: { type: 'enrolment', id: enrolmentId },
      detail: { stage: withdrawn[0]?.stage },
    })
  })
}

import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import type { Deps } from '../deps.ts'
import { addDiscussion, addOpening, mustBeTheirAppointment, ownResponse, removeDiscussion } from './store.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId'>

/** A clinician had this response on screen for five seconds, in the foreground. Again is harmless. */
export async function openResponse(deps: Tools, ctx: Ctx, responseId: string): Promise<void> {
  const { patientId } = await ownResponse(deps.db, ctx, responseId, deps.now())
  await deps.db.transaction(async (tx) => {
    if (!(await addOpening(tx, deps, ctx, responseId))) return
    await record(tx, deps, ctx, {
      action: 'C',
      type: 'response.opened',
      patients: [patientId],
      object: { type: 'response', id: responseId },
    })
  })
}

/**
 * A person says: we talked about this. Who says it first is written down; again is harmless. 404 when the appointment
 * is not this patient's.
 */
export async function discussResponse(
  deps: Tools,
  ctx: Ctx,
  { responseId, appointmentId }: { responseId: string; appointmentId: string | null },
): Promise<void> {
  const { patientId } = await ownResponse(deps.db, ctx, responseId, deps.now())
  if (appointmentId) await mustBeTheirAppointment(deps.db, { appointmentId, patientId })
  await deps.db.transaction((tx) => noteDiscussion(tx, deps, ctx, { responseId, patientId, appointmentId }))
}

/** The same inside the caller's transaction, about a response that the caller may see. */
export async function noteDiscussion(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  ctx: Ctx,
  { patientId, ...about }: { responseId: string; patientId: string; appointmentId: string | null },
): Promise<void> {
  if (!(await addDiscussion(tx, deps, ctx, about))) return
  await record(tx, deps, ctx, {
    action: 'C',
    type: 'response.discussed',
    patients: [patientId],
    object: { type: 'response', id: about.responseId },
  })
}

/** Takes it back: it was not discussed after all. */
export async function undoDiscussion(deps: Tools, ctx: Ctx, responseId: string): Promise<void> {
  const { patientId } = await ownResponse(deps.db, ctx, responseId, deps.now())
  await deps.db.transaction(async (tx) => {
    if (!(await removeDiscussion(tx, responseId))) return
    await record(tx, deps, ctx, {
      action: 'D',
      type: 'response.discussion-undone',
      patients: [patientId],
      object: { type: 'response', id: responseId },
    })
  })
}

import { record } from '../../audit/store.ts'
import type { Ctx } from '../../ctx.ts'
import type { Deps } from '../../deps.ts'
import { endSessionOf } from '../../staff/end-session.ts'
import { layTabletReady } from '../tablet.ts'
import { mustBeOpen, ownTask } from './own-task.ts'

type Works = Pick<Deps, 'db' | 'definitions' | 'config' | 'secret' | 'now' | 'newId'>

/**
 * Makes this device the patient's: whoever of staff is signed in on it is signed out, or there is no
 * address; it opens the questions of this patient once, within minutes. 409 when nothing can be answered.
 */
export async function handOver(
  deps: Works,
  ctx: Ctx,
  assessmentId: string,
  cookies: string | null,
): Promise<{ address: string }> {
  const own = await ownTask(deps, ctx, assessmentId)
  mustBeOpen(own, deps.now(), 'answered')
  const { patientId } = own
  const token = await deps.db.transaction(async (tx) => {
    await record(tx, deps, ctx, {
      action: 'E',
      type: 'tablet.handed-over',
      patients: [patientId],
      object: { type: 'assessment', id: assessmentId },
    })
    await endSessionOf(tx, deps, cookies)
    return layTabletReady(tx, deps, { patientId, handedBy: ctx.actor.id })
  })
  return { address: `${deps.config.PATIENT_URL}/v/${token}` }
}

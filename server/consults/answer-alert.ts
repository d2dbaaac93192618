import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { conflict } from '../http/problem.ts'
import { acknowledge, closeAlert, ownAlert } from './store.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId'>

/** Somebody takes an alert up: the others see by whom. 409 ('alert_taken') when somebody was first. */
export async function takeAlert(deps: Tools, ctx: Ctx, alertId: string): Promise<void> {
  const { patientId } = await ownAlert(deps.db, ctx, alertId, deps.now())
  await deps.db.transaction(async (tx) => {
    if (!(await acknowledge(tx, deps, ctx, alertId)))
      throw conflict('alert_taken', 'Somebody else has taken this alert up')
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'alert.acknowledged',
      patients: [patientId],
      object: { type: 'alert', id: alertId },
    })
  })
}

/** Closes an alert with what came of it. 409 ('alert_closed') when it was closed before. */
export async function finishAlert(
  deps: Tools,
  ctx: Ctx,
  { alertId, outcome }: { alertId: string; outcome: string },
): Promise<void> {
  const { patientId } = await ownAlert(deps.db, ctx, alertId, deps.now())
  await deps.db.transaction(async (tx) => {
    if (!(await closeAlert(tx, deps, ctx, { alertId, outcome })))
      throw conflict('alert_closed', 'This alert has been closed already')
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'alert.closed',
      patients: [patientId],
      object: { type: 'alert', id: alertId },
    })
  })
}

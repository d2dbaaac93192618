import { climbsAt, type Rung } from '../../core/alerts/alert-ladder.ts'
import type { AlertOutcome } from '../../core/alerts/alert-outcome.ts'
import { teamOf } from '../acts/enrol.ts'
import { readWatch } from '../alerts/watch.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { conflict } from '../http/problem.ts'
import { enqueueAlertNotice } from '../outbox/alert-notice.ts'
import { acknowledge, closeAlert, ownAlert, releaseAlert, reopenAlert } from './alerts.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId'>
type Giving = Tools & Pick<Deps, 'seal' | 'config'>
type Own = Awaited<ReturnType<typeof ownAlert>>

/** Until when an alert is with whoever took it up. */
async function takenUntil({ db, now }: Tools, ctx: Ctx, alert: Own): Promise<string> {
  const [{ zone }, { hours }] = await Promise.all([
    teamOf(db, ctx, alert.teamId),
    readWatch(db, alert.teamId),
  ])
  return climbsAt('owner', alert, now().toISOString(), { hours, zone, isTaken: true })
}

/** Somebody takes an alert up: the others see by whom. 409 ('alert_taken') when somebody was first. */
export async function takeAlert(deps: Tools, ctx: Ctx, alertId: string): Promise<void> {
  const alert = await ownAlert(deps.db, ctx, alertId, deps.now())
  const until = await takenUntil(deps, ctx, alert)
  await deps.db.transaction(async (tx) => {
    if (!(await acknowledge(tx, deps, ctx, { alertId, climbsAt: until })))
      throw conflict('alert_taken', 'Somebody else has taken this alert up')
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'alert.acknowledged',
      patients: [alert.patientId],
      object: { type: 'alert', id: alertId },
    })
  })
}

/**
 * Gives an alert back that the caller took up by mistake, within ten minutes: to whoever's turn it was, who is told.
 * 409 ('too_late') otherwise.
 */
export async function undoTake(deps: Giving, ctx: Ctx, alertId: string): Promise<void> {
  const { db, now } = deps
  const alert = await ownAlert(db, ctx, alertId, now())
  const [{ zone }, { hours, duties }] = await Promise.all([
    teamOf(db, ctx, alert.teamId),
    readWatch(db, alert.teamId),
  ])
  const rung = (alert.rung ?? 'owner') as Rung
  const duty = duties.get(alert.rule)
  const holderId = (rung === 'owner' ? duty?.ownerId : rung === 'deputy' ? duty?.deputyId : null) ?? null
  const until = climbsAt(rung, alert, now().toISOString(), { hours, zone, isTaken: false })
  await db.transaction(async (tx) => {
    if (!(await releaseAlert(tx, deps, ctx, { alertId, holderId, climbsAt: until })))
      throw conflict('too_late', 'This can no longer be taken back')
    const { teamId, severity } = alert
    if (holderId && holderId !== ctx.actor.id)
      await enqueueAlertNotice(tx, deps, {
        organisationId: ctx.organisationId,
        teamId,
        severity,
        to: { staffId: holderId },
        waits: false,
      })
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'alert.given-back',
      patients: [alert.patientId],
      object: { type: 'alert', id: alertId },
    })
  })
}

/** Closes an alert with what came of it, in a code and in words. 409 ('alert_closed') when it was closed before. */
export async function finishAlert(
  deps: Tools,
  ctx: Ctx,
  { alertId, code, note }: { alertId: string; code: AlertOutcome; note: string },
): Promise<void> {
  const { patientId } = await ownAlert(deps.db, ctx, alertId, deps.now())
  await deps.db.transaction(async (tx) => {
    if (!(await closeAlert(tx, deps, ctx, { alertId, code, note })))
      throw conflict('alert_closed', 'This alert has been closed already')
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'alert.closed',
      patients: [patientId],
      object: { type: 'alert', id: alertId },
      detail: { outcome: code },
    })
  })
}

/** Takes closing back, by whoever closed it and within ten minutes; 409 ('too_late') otherwise. */
export async function undoFinish(deps: Tools, ctx: Ctx, alertId: string): Promise<void> {
  const alert = await ownAlert(deps.db, ctx, alertId, deps.now())
  const until = await takenUntil(deps, ctx, alert)
  await deps.db.transaction(async (tx) => {
    if (!(await reopenAlert(tx, deps, ctx, { alertId, climbsAt: until })))
      throw conflict('too_late', 'This can no longer be taken back')
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'alert.reopened',
      patients: [alert.patientId],
      object: { type: 'alert', id: alertId },
    })
  })
}

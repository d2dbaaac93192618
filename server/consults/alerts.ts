import { and, eq, gt, isNull, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { AlertOutcome } from '../../core/alerts/alert-outcome.ts'
import { UNDO_MS } from '../../core/consult/undo.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { listQuery } from '../db/list-query.ts'
import { alerts, responses } from '../db/schema/outcomes.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../http/problem.ts'
import { anyCaller, callerOf, inCare, ofOwnTeam } from '../patients/scope.ts'

type Makes = Pick<Deps, 'now'>

/** An alert of a patient in the caller's care, for one of the caller's teams; 404 for any other. */
export async function ownAlert(db: Tx, ctx: Ctx, alertId: string, now: Date) {
  const caller = callerOf(ctx, now)
  const [row] = await alertInCare(db, caller, { ...caller, alertId })
  if (!row) throw notFound('alert')
  return row
}

const alertInCare = listQuery('own_alert', ['teamIds'], (db, { teamIds }) =>
  db
    .select({
      id: alerts.id,
      patientId: responses.patientId,
      teamId: alerts.teamId,
      raisedAt: alerts.raisedAt,
      respondBy: alerts.respondBy,
      rule: alerts.rule,
      rung: alerts.rung,
      severity: alerts.severity,
    })
    .from(alerts)
    .innerJoin(responses, eq(responses.id, alerts.responseId))
    .innerJoin(patients, eq(patients.id, responses.patientId))
    .where(
      and(
        eq(alerts.id, sql.placeholder('alertId')),
        inCare(db, anyCaller(teamIds)),
        ofOwnTeam(anyCaller(teamIds), alerts.teamId),
      ),
    ),
)

/** True for the first who takes it up; it is theirs until `climbsAt`. */
export async function acknowledge(
  tx: Tx,
  { now }: Makes,
  ctx: Ctx,
  { alertId, climbsAt }: { alertId: string; climbsAt: string },
): Promise<boolean> {
  const { id } = ctx.actor
  const taken = await tx
    .update(alerts)
    .set({
      acknowledgedAt: now().toISOString(),
      acknowledgedBy: id,
      holderId: id,
      rung: sql`coalesce(${alerts.rung}, 'owner')`,
      climbsAt,
    })
    .where(and(eq(alerts.id, alertId), isNull(alerts.acknowledgedAt), isNull(alerts.closedAt)))
    .returning({ id: alerts.id })
  return taken.length > 0
}

/**
 * Gives back what the caller took up shortly before, to whoever's turn it was: it waits there as if nobody had touched
 * it. True when there was something to give back.
 */
export async function releaseAlert(
  tx: Tx,
  { now }: Makes,
  ctx: Ctx,
  { alertId, holderId, climbsAt }: { alertId: string; holderId: string | null; climbsAt: string },
): Promise<boolean> {
  const released = await tx
    .update(alerts)
    .set({ acknowledgedAt: null, acknowledgedBy: null, holderId, climbsAt })
    .where(
      and(
        eq(alerts.id, alertId),
        eq(alerts.acknowledgedBy, ctx.actor.id),
        gt(alerts.acknowledgedAt, undoneSince(now())),
        isNull(alerts.closedAt),
      ),
    )
    .returning({ id: alerts.id })
  return released.length > 0
}

const undoneSince = (now: Date) => new Date(now.getTime() - UNDO_MS).toISOString()

/** True for the first who closes it; who was first to take it up stays the one who did. */
export async function closeAlert(
  tx: Tx,
  { now }: Makes,
  ctx: Ctx,
  { alertId, code, note }: { alertId: string; code: AlertOutcome; note: string },
): Promise<boolean> {
  const at = now().toISOString()
  const closed = await tx
    .update(alerts)
    .set({
      closedAt: at,
      closedBy: ctx.actor.id,
      outcomeCode: code,
      outcome: note,
      acknowledgedAt: sql`coalesce(${alerts.acknowledgedAt}, ${at})`,
      acknowledgedBy: sql`coalesce(${alerts.acknowledgedBy}, ${ctx.actor.id})`,
    })
    .where(and(eq(alerts.id, alertId), isNull(alerts.closedAt)))
    .returning({ id: alerts.id })
  return closed.length > 0
}

/**
 * Opens again what the caller closed shortly before; true when there was something to take back. What a newer alert of
 * the same rule goes on from stays closed: that one is open.
 */
export async function reopenAlert(
  tx: Tx,
  { now }: Makes,
  ctx: Ctx,
  { alertId, climbsAt }: { alertId: string; climbsAt: string },
): Promise<boolean> {
  const newer = alias(alerts, 'newer')
  const successor = tx.select({ id: newer.id }).from(newer).where(eq(newer.follows, alertId))
  const opened = await tx
    .update(alerts)
    .set({ closedAt: null, closedBy: null, outcomeCode: null, outcome: null, climbsAt })
    .where(
      and(
        eq(alerts.id, alertId),
        eq(alerts.closedBy, ctx.actor.id),
        gt(alerts.closedAt, undoneSince(now())),
        notExists(successor),
      ),
    )
    .returning({ id: alerts.id })
  return opened.length > 0
}

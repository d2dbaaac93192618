import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { appointments } from '../db/schema/care.ts'
import { alerts, discussions, openings, responses } from '../db/schema/outcomes.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../http/problem.ts'
import { inCare, ofSeenTeam } from '../patients/scope.ts'

type Makes = Pick<Deps, 'now' | 'newId'>

/** A submitted response of a patient in the caller's care, to one of the caller's teams; 404 for any other. */
export async function ownResponse(db: Tx, ctx: Ctx, responseId: string, now: Date) {
  const [row] = await db
    .select({ id: responses.id, patientId: responses.patientId, enrolmentId: responses.enrolmentId })
    .from(responses)
    .innerJoin(patients, eq(patients.id, responses.patientId))
    .where(
      and(
        eq(responses.id, responseId),
        isNotNull(responses.submittedAt),
        inCare(db, ctx, now),
        ofSeenTeam(db, ctx, responses.teamId),
      ),
    )
  if (!row) throw notFound('response')
  return row
}

/** 404 for an appointment of somebody else, as for one that is not there. */
export async function mustBeTheirAppointment(
  db: Tx,
  { appointmentId, patientId }: { appointmentId: string; patientId: string },
) {
  const theirs = and(eq(appointments.id, appointmentId), eq(appointments.patientId, patientId))
  if ((await db.$count(appointments, theirs)) === 0) throw notFound('appointment')
}

/** An alert of a patient in the caller's care, for one of the caller's teams; 404 for any other. */
export async function ownAlert(db: Tx, ctx: Ctx, alertId: string, now: Date) {
  const [row] = await db
    .select({ id: alerts.id, patientId: responses.patientId })
    .from(alerts)
    .innerJoin(responses, eq(responses.id, alerts.responseId))
    .innerJoin(patients, eq(patients.id, responses.patientId))
    .where(and(eq(alerts.id, alertId), inCare(db, ctx, now), ofSeenTeam(db, ctx, alerts.teamId)))
  if (!row) throw notFound('alert')
  return row
}

/** The first time counts; true when this was it. */
export async function addOpening(
  tx: Tx,
  { now, newId }: Makes,
  ctx: Ctx,
  responseId: string,
): Promise<boolean> {
  const added = await tx
    .insert(openings)
    .values({ id: newId('ope'), responseId, staffId: ctx.actor.id, openedAt: now().toISOString() })
    .onConflictDoNothing()
    .returning({ id: openings.id })
  return added.length > 0
}

/** Whoever says it first; true when this was it. */
export async function addDiscussion(
  tx: Tx,
  { now, newId }: Makes,
  ctx: Ctx,
  { responseId, appointmentId }: { responseId: string; appointmentId: string | null },
): Promise<boolean> {
  const added = await tx
    .insert(discussions)
    .values({
      id: newId('dis'),
      responseId,
      appointmentId,
      staffId: ctx.actor.id,
      discussedAt: now().toISOString(),
    })
    .onConflictDoNothing()
    .returning({ id: discussions.id })
  return added.length > 0
}

/** True when there was something to take back. */
export async function removeDiscussion(tx: Tx, responseId: string): Promise<boolean> {
  const removed = await tx
    .delete(discussions)
    .where(eq(discussions.responseId, responseId))
    .returning({ id: discussions.id })
  return removed.length > 0
}

/** True for the first who takes it up. */
export async function acknowledge(tx: Tx, { now }: Makes, ctx: Ctx, alertId: string): Promise<boolean> {
  const taken = await tx
    .update(alerts)
    .set({ acknowledgedAt: now().toISOString(), acknowledgedBy: ctx.actor.id })
    .where(and(eq(alerts.id, alertId), isNull(alerts.acknowledgedAt), isNull(alerts.closedAt)))
    .returning({ id: alerts.id })
  return taken.length > 0
}

/** True for the first who closes it. */
export async function closeAlert(
  tx: Tx,
  { now }: Makes,
  ctx: Ctx,
  { alertId, outcome }: { alertId: string; outcome: string },
): Promise<boolean> {
  const closed = await tx
    .update(alerts)
    .set({ closedAt: now().toISOString(), closedBy: ctx.actor.id, outcome })
    .where(and(eq(alerts.id, alertId), isNull(alerts.closedAt)))
    .returning({ id: alerts.id })
  return closed.length > 0
}

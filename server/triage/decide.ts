import { and, eq, isNull, ne, or, type SQL } from 'drizzle-orm'
import type { VisitForm } from '../../core/consult/triage.ts'
import { record } from '../audit/store.ts'
import { readOneBooked } from '../clinic/booked.ts'
import { readTriage } from '../clinic/triage.ts'
import { zoneOf } from '../clinic/zone.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { alerts } from '../db/schema/outcomes.ts'
import { visitDecisions } from '../db/schema/visits.ts'
import type { Deps } from '../deps.ts'
import { conflict, notFound } from '../http/problem.ts'

type Tools = Pick<Deps, 'db' | 'definitions' | 'now' | 'newId'>

/**
 * A clinician decides how a visit to come goes on, beside what is proposed now. Again before it was arranged replaces
 * what was decided. 404 for a visit of others; 409 'no_proposal' where nothing is proposed for it, 'alert_open' for
 * leaving out the visit of somebody with an open alert, 'already_arranged' when the visit was changed meanwhile.
 */
export async function decideVisit(
  deps: Tools,
  ctx: Ctx,
  { appointmentId, form }: { appointmentId: string; form: VisitForm },
): Promise<void> {
  const { db, now, newId } = deps
  const { visit, triage } = await readVisit(deps, ctx, appointmentId)
  const responseId = visit.recent.at(-1)?.id
  if (!triage || !responseId || visit.startsAt <= now().toISOString())
    throw conflict('no_proposal', 'Nothing is proposed for this visit')
  if (form === 'skip' && triage.reasons.includes('alert'))
    throw conflict('alert_open', 'Answer the open alert first')
  const { level, wish, proposal } = triage
  const { enrolmentId, teamId, startsAt: visitAt } = visit
  const decided = { responseId, visitAt, level, wish, proposal, decision: form }
  const by = { decidedBy: ctx.actor.id, decidedAt: now().toISOString(), arrangedBy: null, arrangedAt: null }
  await db.transaction(async (tx) => {
    const row = { id: newId('vis'), appointmentId, enrolmentId, teamId, ...decided, ...by }
    const written = await tx
      .insert(visitDecisions)
      .values(row)
      .onConflictDoUpdate({
        target: visitDecisions.appointmentId,
        set: { ...decided, ...by, enrolmentId, teamId },
        setWhere: or(isNull(visitDecisions.arrangedAt), ne(visitDecisions.visitAt, visitAt)) as SQL,
      })
      .returning({ id: visitDecisions.id })
    if (written.length === 0) throw conflict('already_arranged', 'This visit was changed already')
    await recordOf(tx, deps, ctx, visit, { action: 'C', type: 'visit.decided', detail: { form, proposal } })
  })
}

/** Takes it back, as long as nobody arranged it; again is harmless. */
export async function undecideVisit(deps: Tools, ctx: Ctx, appointmentId: string): Promise<void> {
  const { visit, triage } = await readVisit(deps, ctx, appointmentId)
  if (triage?.decided?.arrangedAt) throw conflict('already_arranged', 'This visit was changed already')
  await deps.db.transaction(async (tx) => {
    const removed = await tx
      .delete(visitDecisions)
      .where(and(eq(visitDecisions.appointmentId, appointmentId), isNull(visitDecisions.arrangedAt)))
      .returning({ id: visitDecisions.id })
    if (removed.length > 0)
      await recordOf(tx, deps, ctx, visit, { action: 'D', type: 'visit.undecided', detail: {} })
  })
}

async function readVisit({ db, definitions }: Tools, ctx: Ctx, appointmentId: string) {
  const visit = await readOneBooked(db, ctx, appointmentId, await zoneOf(db, ctx))
  if (!visit) throw notFound('appointment')
  const [version, openAlerts] = await Promise.all([
    definitions.version(visit.setVersionId),
    db.$count(alerts, and(eq(alerts.enrolmentId, visit.enrolmentId), isNull(alerts.closedAt))),
  ])
  const triage = await readTriage(db, [{ ...visit, version, openAlerts }])
  return { visit, triage: triage.get(appointmentId) ?? null }
}

const recordOf = (
  tx: Tx,
  deps: Tools,
  ctx: Ctx,
  { id, patient }: { id: string; patient: { id: string } },
  event: { action: 'C' | 'D'; type: string; detail: Record<string, unknown> },
) => record(tx, deps, ctx, { ...event, patients: [patient.id], object: { type: 'appointment', id } })

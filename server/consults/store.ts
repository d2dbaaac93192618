import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { once } from '../../core/memo.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { listQuery } from '../db/list-query.ts'
import { rowWriter } from '../db/row-writer.ts'
import { appointments } from '../db/schema/care.ts'
import { discussions, openings, responses } from '../db/schema/outcomes.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../http/problem.ts'
import { anyCaller, callerOf, inCare, ofOwnTeam } from '../patients/scope.ts'

type Makes = Pick<Deps, 'now' | 'newId'>

/** A submitted response of a patient in the caller's care, to one of the caller's teams; 404 for any other. */
export async function ownResponse(db: Tx, ctx: Ctx, responseId: string, now: Date) {
  const caller = callerOf(ctx, now)
  const [row] = await responseInCare(db, caller, { ...caller, responseId })
  if (!row) throw notFound('response')
  return row
}

const responseInCare = listQuery('own_response', ['teamIds'], (db, { teamIds }) =>
  db
    .select({ id: responses.id, patientId: responses.patientId, enrolmentId: responses.enrolmentId })
    .from(responses)
    .innerJoin(patients, eq(patients.id, responses.patientId))
    .where(
      and(
        eq(responses.id, sql.placeholder('responseId')),
        isNotNull(responses.submittedAt),
        inCare(db, anyCaller(teamIds)),
        ofOwnTeam(anyCaller(teamIds), responses.teamId),
      ),
    ),
)

/** 404 for an appointment of somebody else, as for one that is not there. */
export async function mustBeTheirAppointment(
  db: Tx,
  visit: { appointmentId: string; patientId: string },
): Promise<void> {
  const [theirs] = await appointmentOf(db).execute(visit)
  if (!theirs) throw notFound('appointment')
}

const appointmentOf = once((db: Tx) =>
  db
    .select({ id: appointments.id })
    .from(appointments)
    .where(
      and(
        eq(appointments.id, sql.placeholder('appointmentId')),
        eq(appointments.patientId, sql.placeholder('patientId')),
      ),
    )
    .prepare('their_appointment'),
)

/** The first time counts; true when this was it. */
export async function addOpening(
  tx: Tx,
  { now, newId }: Makes,
  ctx: Ctx,
  responseId: string,
): Promise<boolean> {
  const row = { id: newId('ope'), responseId, staffId: ctx.actor.id, openedAt: now().toISOString() }
  const [added = []] = await writeOpenings(tx, [row])
  return added.length > 0
}

const writeOpenings = rowWriter(openings, (insert, size) =>
  insert.onConflictDoNothing().returning({ id: openings.id }).prepare(`openings_${size}`),
)

/** Whoever says it first; true when this was it. */
export async function addDiscussion(
  tx: Tx,
  { now, newId }: Makes,
  ctx: Ctx,
  { responseId, appointmentId }: { responseId: string; appointmentId: string | null },
): Promise<boolean> {
  const said = { staffId: ctx.actor.id, discussedAt: now().toISOString() }
  const [added = []] = await writeDiscussions(tx, [{ id: newId('dis'), responseId, appointmentId, ...said }])
  return added.length > 0
}

const writeDiscussions = rowWriter(discussions, (insert, size) =>
  insert.onConflictDoNothing().returning({ id: discussions.id }).prepare(`discussions_${size}`),
)

/** True when there was something to take back. */
export async function removeDiscussion(tx: Tx, responseId: string): Promise<boolean> {
  const removed = await tx
    .delete(discussions)
    .where(eq(discussions.responseId, responseId))
    .returning({ id: discussions.id })
  return removed.length > 0
}

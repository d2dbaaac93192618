import { and, asc, eq, isNull, notExists } from 'drizzle-orm'
import type { CaseKind, Subject } from '../../core/meetings/meeting-topics.ts'
import type { CaseView } from '../../core/meetings/meeting-views.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { agendaItems, reviewCases } from '../db/schema/meetings.ts'
import { staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { ownEnrolment } from '../enrolments/store.ts'
import { conflict, notFound } from '../http/problem.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId'>
export type NewCase = { enrolmentId: string; kind: CaseKind; what: string }

/** Asks the team to look again at the course of a patient in the caller's care; `what` has no name in it. */
export async function flagCase(deps: Tools, ctx: Ctx, { enrolmentId, kind, what }: NewCase) {
  const { teamId, patientId } = await ownEnrolment(deps.db, ctx, enrolmentId, deps.now())
  const id = deps.newId('cas')
  const flagged = { flaggedBy: ctx.actor.id, flaggedAt: deps.now().toISOString() }
  await deps.db.transaction(async (tx) => {
    const about = { organisationId: ctx.organisationId, teamId, enrolmentId, patientId }
    await tx.insert(reviewCases).values({ id, ...about, kind, what, ...flagged })
    await record(tx, deps, ctx, {
      action: 'C',
      type: 'case.flagged',
      patients: [patientId],
      object: { type: 'case', id },
      detail: { kind },
    })
  })
  return { id }
}

/** Takes back what was flagged; 404 for what others' patients are about, 409 ('case_listed') once it is on a list. */
export async function withdrawCase(deps: Tools, ctx: Ctx, caseId: string): Promise<void> {
  const [known] = await deps.db
    .select({ enrolmentId: reviewCases.enrolmentId, patientId: reviewCases.patientId })
    .from(reviewCases)
    .where(and(eq(reviewCases.id, caseId), eq(reviewCases.organisationId, ctx.organisationId)))
  if (!known) throw notFound('enrolment')
  await ownEnrolment(deps.db, ctx, known.enrolmentId, deps.now())
  await deps.db.transaction(async (tx) => {
    const onList = tx
      .select({ id: agendaItems.id })
      .from(agendaItems)
      .where(and(eq(agendaItems.enrolmentId, known.enrolmentId), eq(agendaItems.topic, `case:${caseId}`)))
    const gone = await tx
      .delete(reviewCases)
      .where(and(eq(reviewCases.id, caseId), isNull(reviewCases.closedAt), notExists(onList)))
      .returning({ id: reviewCases.id })
    if (gone.length === 0) throw conflict('case_listed', 'This is on the list of a meeting')
    await record(tx, deps, ctx, {
      action: 'D',
      type: 'case.withdrawn',
      patients: [known.patientId],
      object: { type: 'case', id: caseId },
    })
  })
}

/** What was flagged about a care path, the oldest first. */
export async function casesOf(db: Tx, enrolmentId: string): Promise<CaseView[]> {
  const rows = await db
    .select({
      id: reviewCases.id,
      kind: reviewCases.kind,
      what: reviewCases.what,
      flaggedBy: staff.name,
      flaggedAt: reviewCases.flaggedAt,
      closedAt: reviewCases.closedAt,
    })
    .from(reviewCases)
    .innerJoin(staff, eq(staff.id, reviewCases.flaggedBy))
    .where(eq(reviewCases.enrolmentId, enrolmentId))
    .orderBy(asc(reviewCases.flaggedAt), asc(reviewCases.id))
  return rows.map(({ kind, ...row }) => ({ ...row, kind: kind as CaseKind }))
}

/** A case about which a meeting decided was looked at. */
export async function closeCase(tx: Tx, { now }: Pick<Deps, 'now'>, subject: Subject | null): Promise<void> {
  if (subject?.kind !== 'case') return
  await tx.update(reviewCases).set({ closedAt: now().toISOString() }).where(eq(reviewCases.id, subject.id))
}

/** The same taken back. */
export async function reopenCase(tx: Tx, subject: Subject | null): Promise<void> {
  if (subject?.kind !== 'case') return
  await tx.update(reviewCases).set({ closedAt: null }).where(eq(reviewCases.id, subject.id))
}

import { and, asc, count, desc, eq, gt, gte, isNull, lt, ne, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type EmergencyReview, REVIEW_DAYS, type Verdict } from '../../core/access/emergency.ts'
import { record, recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { auditEvents, auditSubjects } from '../db/schema/audit.ts'
import { emergencyAccesses } from '../db/schema/emergency.ts'
import { patientNumbers } from '../db/schema/patients.ts'
import { staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { conflict, notFound } from '../http/problem.ts'

const DAY_MS = 86_400_000
/** What was judged stays on the page for so long. */
const SHOWN_DAYS = 30
const MOST = 200

/** Every opening that nobody judged, the oldest first, and what was judged lately. Looking is a line in the log. */
export async function readReviews(deps: Deps, ctx: Ctx): Promise<EmergencyReview[]> {
  const now = deps.now().getTime()
  const ago = (days: number) => new Date(now - days * DAY_MS).toISOString()
  const open = await rowsOf(deps.db, ctx, isNull(emergencyAccesses.reviewedAt))
  const judged = await rowsOf(deps.db, ctx, gt(emergencyAccesses.reviewedAt, ago(SHOWN_DAYS)))
  const rows = [...open, ...judged]
  await recordRead(deps, ctx, {
    type: 'emergency.reviews-read',
    patients: rows.map(({ patientId }) => patientId),
  })
  return rows.map(({ staffId, verdict, patientId: _patientId, ...row }) => ({
    ...row,
    verdict: verdict as Verdict | null,
    isLate: row.reviewedAt === null && row.openedAt < ago(REVIEW_DAYS),
    isOwn: staffId === ctx.actor.id,
  }))
}

const reviewer = alias(staff, 'reviewer')

/** The patient by one number: nobody who judges a log needs a name. */
function rowsOf(db: Tx, ctx: Ctx, which: SQL | undefined) {
  const looks = db
    .select({ n: count() })
    .from(auditEvents)
    .innerJoin(auditSubjects, eq(auditSubjects.eventId, auditEvents.id))
    .where(
      and(
        eq(auditSubjects.patientId, emergencyAccesses.patientId),
        eq(auditEvents.organisationId, emergencyAccesses.organisationId),
        eq(auditEvents.type, 'emergency.patient-read'),
        eq(auditEvents.actorId, emergencyAccesses.staffId),
        gte(auditEvents.at, emergencyAccesses.openedAt),
        lt(auditEvents.at, emergencyAccesses.endsAt),
      ),
    )
  return db
    .select({
      id: emergencyAccesses.id,
      patientId: emergencyAccesses.patientId,
      staffId: emergencyAccesses.staffId,
      by: staff.name,
      patientNumber: sql<string>`(select min(${patientNumbers.number}) from ${patientNumbers} where ${patientNumbers.patientId} = ${emergencyAccesses.patientId})`,
      reason: emergencyAccesses.reason,
      openedAt: emergencyAccesses.openedAt,
      looks: sql`(${looks})`.mapWith(Number),
      verdict: emergencyAccesses.verdict,
      note: emergencyAccesses.note,
      reviewedBy: reviewer.name,
      reviewedAt: emergencyAccesses.reviewedAt,
    })
    .from(emergencyAccesses)
    .innerJoin(staff, eq(staff.id, emergencyAccesses.staffId))
    .leftJoin(reviewer, eq(reviewer.id, emergencyAccesses.reviewedBy))
    .where(and(eq(emergencyAccesses.organisationId, ctx.organisationId), which))
    .orderBy(desc(isNull(emergencyAccesses.reviewedAt)), asc(emergencyAccesses.openedAt))
    .limit(MOST)
}

/** Judges an opening, once, and never one’s own: 409 ('not_yours_to_judge') otherwise, or where it was judged before; 404 elsewhere. */
export async function review(
  { db, now, newId }: Deps,
  ctx: Ctx,
  { id, verdict, note }: { id: string; verdict: Verdict; note: string },
): Promise<void> {
  const reviewedAt = now().toISOString()
  await db.transaction(async (tx) => {
    const here = and(eq(emergencyAccesses.id, id), eq(emergencyAccesses.organisationId, ctx.organisationId))
    const [known] = await tx.select({ id: emergencyAccesses.id }).from(emergencyAccesses).where(here)
    if (!known) throw notFound('emergency access')
    const [judged] = await tx
      .update(emergencyAccesses)
      .set({ verdict, note, reviewedAt, reviewedBy: ctx.actor.id })
      .where(and(here, ne(emergencyAccesses.staffId, ctx.actor.id), isNull(emergencyAccesses.reviewedAt)))
      .returning({ patientId: emergencyAccesses.patientId })
    if (!judged) throw conflict('not_yours_to_judge', 'This is for somebody else to judge, or was judged')
    const object = { type: 'emergency-access', id }
    const detail = { verdict }
    await record(tx, { now, newId }, ctx, {
      action: 'U',
      type: 'emergency.reviewed',
      patients: [judged.patientId],
      object,
      detail,
    })
  })
}

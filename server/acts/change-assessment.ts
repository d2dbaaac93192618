import { and, eq, isNotNull, notExists } from 'drizzle-orm'
import { midnight, moveDate } from '../../core/time/dates.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { assessments } from '../db/schema/care.ts'
import { responses } from '../db/schema/outcomes.ts'
import type { Deps } from '../deps.ts'
import { ownEnrolment } from '../enrolments/store.ts'
import { conflict, notFound, refused } from '../http/problem.ts'
import { prolongLinks } from '../links/store.ts'
import { lockPatients } from '../patients/lock.ts'
import { teamOf } from './enrol.ts'

/** Other dates (local, inclusive of the last day), or not at all; always with the reason, which stays readable. */
export type AssessmentChange =
  | { what: 'dates'; opensOn: string; dueOn: string; lastDay: string; reason: string }
  | { what: 'skip'; reason: string }

/**
 * Sets an assessment by hand. From then on recalculation leaves it alone. 409 ('already_answered') once it was
 * submitted, or once the care path has ended ('enrolment_ended'); 422 ('dates_in_order') when the dates run backwards.
 */
export async function changeAssessment(
  deps: Pick<Deps, 'db' | 'now' | 'newId'>,
  ctx: Ctx,
  { enrolmentId, id }: { enrolmentId: string; id: string },
  change: AssessmentChange,
): Promise<void> {
  const { patientId, teamId } = await ownEnrolment(deps.db, ctx, enrolmentId, deps.now())
  const isThis = and(eq(assessments.id, id), eq(assessments.enrolmentId, enrolmentId))
  if ((await deps.db.$count(assessments, isThis)) === 0) throw notFound('assessment')
  const { zone } = await teamOf(deps.db, ctx, teamId)
  const at = deps.now().toISOString()
  const manual = { by: ctx.actor.id, at, reason: change.reason }
  await deps.db.transaction(async (tx) => {
    await lockPatients(tx, [patientId])
    if ((await ownEnrolment(tx, ctx, enrolmentId, deps.now())).endedOn)
      throw conflict('enrolment_ended', 'This care path has ended')
    const submitted = tx
      .select({ id: responses.id })
      .from(responses)
      .where(and(eq(responses.assessmentId, assessments.id), isNotNull(responses.submittedAt)))
    const changed = await tx
      .update(assessments)
      .set({ ...newValues(change, zone, at), manual })
      .where(and(isThis, notExists(submitted)))
      .returning({ id: assessments.id })
    if (changed.length === 0) throw conflict('already_answered', 'This has been answered already')
    await prolongLinks(tx, [id])
    await record(tx, deps, ctx, {
      action: 'U',
      type: change.what === 'skip' ? 'assessment.skipped' : 'assessment.moved',
      patients: [patientId],
      object: { type: 'assessment', id },
    })
  })
}

function newValues(change: AssessmentChange, zone: string, at: string) {
  if (change.what === 'skip') return { withdrawnAt: at, withdrawnWhy: 'by-hand' }
  const { opensOn, dueOn, lastDay } = change
  if (!(opensOn <= dueOn && dueOn <= lastDay))
    throw refused('dates_in_order', 'The first day comes first, then the day it is due, then the last day')
  const closesAt = midnight(moveDate(lastDay, 'P1D'), zone)
  return {
    opensAt: midnight(opensOn, zone),
    dueAt: midnight(dueOn, zone),
    closesAt,
    linkDeadAt: closesAt,
    withdrawnAt: null,
    withdrawnWhy: null,
    declinedAt: null, // what was declined were the questions of then
    declinedWhy: null,
  }
}

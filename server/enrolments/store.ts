import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import { padded } from '../db/chunks.ts'
import type { Tx } from '../db/database.ts'
import { enrolments } from '../db/schema/care.ts'
import { notFound } from '../http/problem.ts'
import { isWithTeam } from '../patients/scope.ts'

export type Enrolment = typeof enrolments.$inferSelect
export type EndReason = 'finished' | 'withdrawn' | 'deceased' | 'loss' | 'palliative' | 'moved'

/** All enrolments of these patients in the caller's organisation, ended ones too. */
export const enrolmentsOf = (tx: Tx, ctx: Ctx, patientIds: readonly string[]): Promise<Enrolment[]> =>
  tx
    .select()
    .from(enrolments)
    .where(
      and(
        eq(enrolments.organisationId, ctx.organisationId),
        inArray(enrolments.patientId, padded(patientIds)),
      ),
    )

/**
 * An enrolment in one of the caller's own teams, for as long as the patient is in their care by it; any other does not
 * exist (404).
 */
export async function ownEnrolment(tx: Tx, ctx: Ctx, id: string, now: Date): Promise<Enrolment> {
  const [found] = await tx
    .select()
    .from(enrolments)
    .where(
      and(eq(enrolments.id, id), eq(enrolments.organisationId, ctx.organisationId), mayTouch(tx, ctx, now)),
    )
  if (!found) throw notFound('enrolment')
  return found
}

/** The program itself works for the whole organisation; staff only for their own teams. */
const mayTouch = (tx: Tx, ctx: Ctx, now: Date) =>
  ctx.actor.kind === 'system' ? undefined : isWithTeam(tx, ctx, now)

/** Ends open enrolments; gives the ids of those that this act ended. */
export async function closeEnrolments(
  tx: Tx,
  ids: readonly string[],
  end: { endedOn: string; endReason: EndReason },
): Promise<string[]> {
  const ended = await tx
    .update(enrolments)
    .set(end)
    .where(and(inArray(enrolments.id, [...ids]), isNull(enrolments.endedOn)))
    .returning({ id: enrolments.id })
  return ended.map(({ id }) => id)
}

/** Ends whatever is open of these patients; gives each enrolment that this act ended, with its patient. */
export const closeEnrolmentsOf = (
  tx: Tx,
  patientIds: readonly string[],
  end: { endedOn: string; endReason: EndReason },
): Promise<{ id: string; patientId: string }[]> =>
  tx
    .update(enrolments)
    .set(end)
    .where(and(inArray(enrolments.patientId, [...patientIds]), isNull(enrolments.endedOn)))
    .returning({ id: enrolments.id, patientId: enrolments.patientId })

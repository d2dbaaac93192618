import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import { padded } from '../db/chunks.ts'
import type { Tx } from '../db/database.ts'
import { enrolments } from '../db/schema/care.ts'
import { notFound } from '../http/problem.ts'
import { ofOwnTeams } from '../patients/scope.ts'

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

/** An enrolment in one of the caller's own teams; anybody else's does not exist (404). */
export async function ownEnrolment(tx: Tx, ctx: Ctx, id: string): Promise<Enrolment> {
  const [found] = await tx
    .select()
    .from(enrolments)
    .where(and(eq(enrolments.id, id), eq(enrolments.organisationId, ctx.organisationId), mayTouch(ctx)))
  if (!found) throw notFound('enrolment')
  return found
}

/** The program itself works for the whole organisation; staff only for their own teams. */
const mayTouch = (ctx: Ctx) => (ctx.actor.kind === 'system' ? undefined : ofOwnTeams(ctx))

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

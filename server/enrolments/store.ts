import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { once } from '../../core/memo.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { listQuery } from '../db/list-query.ts'
import { enrolments } from '../db/schema/care.ts'
import { notFound } from '../http/problem.ts'
import { anyCaller, callerOf, isWithTeam } from '../patients/scope.ts'

export type Enrolment = typeof enrolments.$inferSelect
export type EndReason = 'finished' | 'withdrawn' | 'deceased' | 'loss' | 'palliative' | 'moved'

/** All enrolments of these patients in the caller's organisation, ended ones too. */
export const enrolmentsOf = (tx: Tx, ctx: Ctx, patientIds: readonly string[]): Promise<Enrolment[]> =>
  readOfPatients(tx, { patientIds }, { organisationId: ctx.organisationId })

const readOfPatients = listQuery('enrolments_of', ['patientIds'], (tx, { patientIds }) =>
  tx
    .select()
    .from(enrolments)
    .where(
      and(
        eq(enrolments.organisationId, sql.placeholder('organisationId')),
        inArray(enrolments.patientId, patientIds),
      ),
    ),
)

/**
 * An enrolment in one of the caller's own teams, for as long as the patient is in their care by it; of a patient their own.
 * Any other does not exist (404).
 */
export async function ownEnrolment(tx: Tx, ctx: Ctx, id: string, now: Date): Promise<Enrolment> {
  const caller = callerOf(ctx, now)
  const given = { ...caller, id }
  // The program itself works for the whole organisation; staff only for their own teams.
  const isStaff = ctx.actor.kind !== 'system' && ctx.actor.kind !== 'patient'
  const [found] = isStaff ? await ownOne(tx, caller, given) : await anyOne(tx).execute(given)
  const isAnothers = ctx.actor.kind === 'patient' && found?.patientId !== ctx.actor.id
  if (!found || isAnothers) throw notFound('enrolment')
  return found
}

const theOne = (tx: Tx, scope?: SQL) =>
  tx
    .select()
    .from(enrolments)
    .where(
      and(
        eq(enrolments.id, sql.placeholder('id')),
        eq(enrolments.organisationId, sql.placeholder('organisationId')),
        scope,
      ),
    )

const anyOne = once((tx: Tx) => theOne(tx).prepare('any_enrolment'))

const ownOne = listQuery('own_enrolment', ['teamIds'], (tx, { teamIds }) =>
  theOne(tx, isWithTeam(tx, anyCaller(teamIds))),
)

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

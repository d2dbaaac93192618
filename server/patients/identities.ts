import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { patientSessions } from '../db/schema/messages.ts'
import { patientIdentities } from '../db/schema/patients.ts'
import type { Seal } from '../db/seal.ts'
import type { Deps } from '../deps.ts'

export type Identity = { patientId: string; issuer: string; subjectKey: string }

/** A subject of a provider as it is stored: found again, never read. */
export const subjectKey = (seal: Seal, issuer: string, subject: string): string =>
  seal.key(JSON.stringify(['patient-identity', issuer, subject]))

/** The links in the caller's organisation that have one of these subjects or are of one of these patients. */
export const identitiesAmong = (
  tx: Tx,
  { organisationId }: Ctx,
  issuer: string,
  { subjectKeys, patientIds }: { subjectKeys: readonly string[]; patientIds: readonly string[] },
) =>
  tx
    .select({ patientId: patientIdentities.patientId, subjectKey: patientIdentities.subjectKey })
    .from(patientIdentities)
    .where(
      and(
        eq(patientIdentities.organisationId, organisationId),
        eq(patientIdentities.issuer, issuer),
        or(
          inArray(patientIdentities.subjectKey, [...subjectKeys]),
          inArray(patientIdentities.patientId, [...patientIds]),
        ),
      ),
    )

/**
 * Links patients to the subject as whom they sign in; gives the patients that now are. A subject that is another
 * patient's already, and a patient who has another subject, stay as they were.
 */
export async function linkIdentities(
  tx: Tx,
  { now, newId }: Pick<Deps, 'now' | 'newId'>,
  { organisationId, actor }: Ctx,
  identities: readonly Identity[],
): Promise<string[]> {
  if (identities.length === 0) return []
  const by = { organisationId, linkedAt: now().toISOString(), linkedBy: actor.id }
  // In one order, so that two acts about the same people wait for each other.
  const rows = identities.toSorted((a, b) => (a.subjectKey < b.subjectKey ? -1 : 1))
  const linked = await tx
    .insert(patientIdentities)
    .values(rows.map((identity) => ({ id: newId('pid'), ...identity, ...by })))
    .onConflictDoNothing()
    .returning({ patientId: patientIdentities.patientId })
  return linked.map(({ patientId }) => patientId)
}

/** True when there was a link to remove. */
export async function unlinkIdentity(tx: Tx, patientId: string, issuer: string): Promise<boolean> {
  const removed = await tx
    .delete(patientIdentities)
    .where(and(eq(patientIdentities.patientId, patientId), eq(patientIdentities.issuer, issuer)))
    .returning({ id: patientIdentities.id })
  return removed.length > 0
}

/** Ends what is open of a patient who signed in; sessions behind a mailed link are none of these. */
export async function endSignedInSessions(tx: Tx, { now }: Pick<Deps, 'now'>, patientId: string) {
  await tx
    .update(patientSessions)
    .set({ endedAt: now().toISOString() })
    .where(
      and(
        eq(patientSessions.patientId, patientId),
        isNull(patientSessions.linkId),
        isNull(patientSessions.endedAt),
      ),
    )
}

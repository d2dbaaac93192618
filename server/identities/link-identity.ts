import { and, eq } from 'drizzle-orm'
import { record, recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { patientIdentities, patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { conflict, notFound, refused } from '../http/problem.ts'
import { endSignedInSessions, linkIdentities, subjectKey, unlinkIdentity } from '../patients/identities.ts'
import { patientIssuer } from '../patients/issuer.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId' | 'seal' | 'config'>

/** Whether this patient can sign in, since when; `provider`: whether anybody can. 404 for a patient of others. */
export async function readIdentity(deps: Tools, ctx: Ctx, patientId: string) {
  const issuer = patientIssuer(deps.config)
  await mustBeOurs(deps.db, ctx, patientId)
  const [link] = await deps.db
    .select({ linkedAt: patientIdentities.linkedAt })
    .from(patientIdentities)
    .where(and(eq(patientIdentities.patientId, patientId), eq(patientIdentities.issuer, issuer ?? '')))
  await recordRead(deps, ctx, { type: 'patient.identity-read', patients: [patientId] })
  return { provider: issuer !== null, linkedAt: link?.linkedAt ?? null }
}

/**
 * From now on this patient signs in as this subject of the provider. Again is harmless. 409 ('identity_taken') when the
 * subject is another patient's or the patient has another subject: that link is to be removed first.
 */
export async function linkIdentity(
  deps: Tools,
  ctx: Ctx,
  { patientId, subject }: { patientId: string; subject: string },
): Promise<void> {
  const issuer = patientIssuer(deps.config)
  if (!issuer) throw refused('no_identity_provider', 'No identity provider for patients has been set')
  const identity = { patientId, issuer, subjectKey: subjectKey(deps.seal, issuer, subject) }
  await mustBeOurs(deps.db, ctx, patientId)
  await deps.db.transaction(async (tx) => {
    const [linked] = await linkIdentities(tx, deps, ctx, [identity])
    if (linked)
      return record(tx, deps, ctx, { action: 'C', type: 'patient.identity-linked', patients: [patientId] })
    const same = and(
      eq(patientIdentities.patientId, patientId),
      eq(patientIdentities.subjectKey, identity.subjectKey),
    )
    if ((await tx.$count(patientIdentities, same)) === 0)
      throw conflict('identity_taken', 'The subject is another patient’s, or this patient has another one')
  })
}

/** This patient cannot sign in any more, and whoever is signed in as them no longer is. Again is harmless. */
export async function removeIdentity(deps: Tools, ctx: Ctx, patientId: string): Promise<void> {
  await mustBeOurs(deps.db, ctx, patientId)
  await deps.db.transaction(async (tx) => {
    if (!(await unlinkIdentity(tx, patientId, patientIssuer(deps.config) ?? ''))) return
    await endSignedInSessions(tx, deps, patientId)
    await record(tx, deps, ctx, { action: 'D', type: 'patient.identity-removed', patients: [patientId] })
  })
}

async function mustBeOurs(db: Tx, { organisationId }: Ctx, patientId: string): Promise<void> {
  const ours = and(eq(patients.id, patientId), eq(patients.organisationId, organisationId))
  if ((await db.$count(patients, ours)) === 0) throw notFound('patient')
}

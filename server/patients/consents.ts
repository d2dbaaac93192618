import { type AnyColumn, and, eq, exists, gt, isNull, lte, not, or, type SQL } from 'drizzle-orm'
import type { Basis } from '../../core/dataset/basis.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { patientConsents } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { objectsAt } from './objections.ts'

/**
 * Whose rows may leave on a legal basis at an instant, as a condition on a column of patients; undefined where all may.
 * Research needs a consent; a register on its own basis and the own house heed objections; a legal duty heeds none.
 */
export function allowedOn(db: Tx, patientId: AnyColumn, basis: Basis, at: string): SQL | undefined {
  if (basis === 'legal-duty') return undefined
  if (basis === 'own-quality') return not(objectsAt(db, patientId, at))
  if (basis === 'own-basis') return not(objectsAt(db, patientId, at, ['learning', 'registers']))
  return and(consentsAt(db, patientId, at), not(objectsAt(db, patientId, at)))
}

function consentsAt(db: Tx, patientId: AnyColumn, at: string): SQL {
  const { givenAt, endedAt } = patientConsents
  const running = and(lte(givenAt, at), or(isNull(endedAt), gt(endedAt, at)))
  return exists(
    db
      .select({ id: patientConsents.id })
      .from(patientConsents)
      .where(and(eq(patientConsents.patientId, patientId), running)),
  )
}

const isOpen = (patientId: string) =>
  and(eq(patientConsents.patientId, patientId), isNull(patientConsents.endedAt))

/** Since when a patient agrees to research with their data; null who does not. */
export async function consentsSince(db: Tx, patientId: string): Promise<string | null> {
  const [found] = await db
    .select({ givenAt: patientConsents.givenAt })
    .from(patientConsents)
    .where(isOpen(patientId))
  return found?.givenAt ?? null
}

/** A patient agrees to research, or no longer does. Saying it again changes nothing. */
export async function sayConsent(
  deps: Pick<Deps, 'db' | 'now' | 'newId'>,
  ctx: Ctx,
  { patientId, consents }: { patientId: string; consents: boolean },
): Promise<void> {
  const at = deps.now().toISOString()
  const { organisationId } = ctx
  await deps.db.transaction(async (tx) => {
    const changed = consents
      ? await tx
          .insert(patientConsents)
          .values({ id: deps.newId('con'), organisationId, patientId, givenAt: at })
          .onConflictDoNothing()
          .returning({ id: patientConsents.id })
      : await tx
          .update(patientConsents)
          .set({ endedAt: at })
          .where(and(isOpen(patientId), eq(patientConsents.organisationId, organisationId)))
          .returning({ id: patientConsents.id })
    if (changed.length === 0) return
    const type = consents ? 'patient.consented' : 'patient.consent-ended'
    await record(tx, deps, ctx, { action: 'U', type, patients: [patientId] })
  })
}

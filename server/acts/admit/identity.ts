import type { Resolved } from '../../appointments/resolve.ts'
import type { Ctx } from '../../ctx.ts'
import type { Tx } from '../../db/database.ts'
import { identitiesAmong } from '../../patients/identities.ts'
import type { Desk } from './desk.ts'
import type { KnownPatient, World } from './world.ts'

/** As whom patients sign in, both ways round. */
export type KnownIdentities = {
  /** Patient id by subject key. */
  patients: Map<string, string>
  /** Subject key by patient id. */
  subjects: Map<string, string>
}
export const noIdentities = (): KnownIdentities => ({ patients: new Map(), subjects: new Map() })

/** Reads what these messages' subjects and patients are linked to; no question where no message names a subject. */
export async function loadIdentities(
  tx: Tx,
  ctx: Ctx,
  messages: readonly Resolved[],
  { identities }: World,
  patientIds: readonly string[],
): Promise<void> {
  const named = messages.flatMap(({ identity }) => identity ?? [])
  const [first] = named
  if (!first) return
  const subjectKeys = named.map((one) => one.subjectKey)
  for (const row of await identitiesAmong(tx, ctx, first.issuer, { subjectKeys, patientIds }))
    keep(identities, row.patientId, row.subjectKey)
}

/**
 * A patient is linked to the subject that a message names when neither is linked yet. A feed never moves a link: that
 * would open somebody's record to somebody else. Gives what to say about it.
 */
export function noteIdentity(
  { world, writes }: Desk,
  { identity }: Resolved,
  patient: KnownPatient,
): string[] {
  if (!identity) return []
  const { patients, subjects } = world.identities
  const [holder, own] = [patients.get(identity.subjectKey), subjects.get(patient.id)]
  if (holder === patient.id) return []
  if (holder !== undefined || own !== undefined) return ['identity-differs']
  keep(world.identities, patient.id, identity.subjectKey)
  writes.identities.set(patient.id, { patientId: patient.id, ...identity })
  return []
}

function keep({ patients, subjects }: KnownIdentities, patientId: string, subjectKey: string) {
  patients.set(subjectKey, patientId)
  subjects.set(patientId, subjectKey)
}

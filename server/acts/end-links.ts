import { and, eq, isNull } from 'drizzle-orm'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { endLinks } from '../links/store.ts'
import { keepingTraits } from '../patients/former-traits.ts'
import { lockPatients } from '../patients/lock.ts'

/**
 * Mail of this patient reached somebody else: what was mailed opens nothing any more, and nothing goes to this address,
 * also not when a feed repeats it, until somebody has put it right by hand or a feed names another.
 */
export async function endMailedLinks(
  deps: Pick<Deps, 'db' | 'now' | 'newId'>,
  ctx: Ctx,
  patientId: string,
): Promise<void> {
  const emailDeadAt = deps.now().toISOString()
  const works = and(
    eq(patients.id, patientId),
    eq(patients.organisationId, ctx.organisationId),
    isNull(patients.emailDeadAt),
  )
  await deps.db.transaction(async (tx) => {
    await lockPatients(tx, [patientId])
    await keepingTraits(tx, deps, [patientId], async () =>
      tx.update(patients).set({ emailDeadAt }).where(works),
    )
    const links = (await endLinks(tx, deps, [patientId])).length
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'links.ended',
      patients: [patientId],
      detail: { links },
    })
  })
}

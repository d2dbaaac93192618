import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { DeclineReason } from '../../core/mail/decline.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { assessments } from '../db/schema/care.ts'
import type { Deps } from '../deps.ts'

type Works = Pick<Deps, 'db' | 'now' | 'newId'>

type Declined = { patientId: string; ids: readonly string[]; why: DeclineReason | null }

/** The patient would rather not answer these: no reminder any more, and the team sees that it is a choice. */
export async function decline(deps: Works, ctx: Ctx, declined: Declined): Promise<void> {
  if (declined.ids.length === 0) return
  await deps.db.transaction((tx) => declineWithin(tx, deps, ctx, declined))
}

/** The same, within an act. */
export async function declineWithin(
  tx: Tx,
  deps: Pick<Works, 'now' | 'newId'>,
  ctx: Ctx,
  { patientId, ids, why }: Declined,
): Promise<void> {
  const declined = await tx
    .update(assessments)
    .set({ declinedAt: deps.now().toISOString(), declinedWhy: why })
    .where(
      and(
        inArray(assessments.id, [...ids]),
        eq(assessments.patientId, patientId),
        isNull(assessments.declinedAt),
      ),
    )
    .returning({ id: assessments.id })
  for (const { id } of declined)
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'assessment.declined',
      patients: [patientId],
      object: { type: 'assessment', id },
    })
}

/** The patient answers after all: the choice is taken back, with its reason. */
export async function takeBackDecline(deps: Works, ctx: Ctx, id: string): Promise<void> {
  await deps.db.transaction((tx) => takeBackDeclineWithin(tx, deps, ctx, id))
}

/** The same, within an act. */
export async function takeBackDeclineWithin(
  tx: Tx,
  deps: Pick<Works, 'now' | 'newId'>,
  ctx: Ctx,
  id: string,
): Promise<void> {
  const [back] = await tx
    .update(assessments)
    .set({ declinedAt: null, declinedWhy: null })
    .where(and(eq(assessments.id, id), isNotNull(assessments.declinedAt)))
    .returning({ patientId: assessments.patientId })
  if (!back) return
  await record(tx, deps, ctx, {
    action: 'U',
    type: 'assessment.taken-up',
    patients: [back.patientId],
    object: { type: 'assessment', id },
  })
}

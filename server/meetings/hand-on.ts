import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { record } from '../audit/store.ts'
import { cliniciansOf } from '../care-path/options.ts'
import type { Ctx } from '../ctx.ts'
import { actions } from '../db/schema/meetings.ts'
import type { Deps } from '../deps.ts'
import { notFound, refused } from '../http/problem.ts'
import { type FallenAction, fallingTo, withOwners } from './my-actions.ts'
import { giveReceipt, openReceipt } from './receipt.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId' | 'seal'>
type Handing = { actionId: string; ownerId: string }

const actOf = (actionId: string) => `handed-on:${actionId}`
const was = z.strictObject({ ownerId: z.string() })

/**
 * Gives what falls to the caller, as their own or because nobody owns it any more, to somebody who treats in the team:
 * from then on it stands on their list, and they are the one who is reminded. Answers what takes that back. 404 for what
 * is somebody else's, or of a team that the caller only visited; 422 ('unknown_member') for who does not treat there.
 */
export async function handOn(
  deps: Tools,
  ctx: Ctx,
  { actionId, ownerId }: Handing,
): Promise<{ receipt: string }> {
  const [own] = await fallingTo(deps, ctx, eq(actions.id, actionId))
  if (!own || !ctx.teamIds.includes(own.teamId)) throw notFound('action')
  const treating = (await cliniciansOf(deps.db, [own.teamId], deps.now())).get(own.teamId) ?? []
  if (!treating.some(({ id }) => id === ownerId))
    throw refused('unknown_member', 'Who does it treats patients in the team')
  await giveTo(deps, ctx, own, ownerId)
  return { receipt: giveReceipt(deps, ctx, actOf(actionId), { ownerId: own.ownerId }) }
}

/** Takes that back within ten minutes: it falls to the caller again. 404 and 409 ('too_late') otherwise. */
export async function takeBackAction(
  deps: Tools,
  ctx: Ctx,
  { actionId, receipt }: { actionId: string; receipt: string },
): Promise<void> {
  const { ownerId } = openReceipt(deps, ctx, { act: actOf(actionId), receipt, shape: was })
  const [handed] = await withOwners(deps, ctx, eq(actions.id, actionId))
  if (!handed) throw notFound('action')
  await giveTo(deps, ctx, handed, ownerId)
}

async function giveTo(
  deps: Tools,
  ctx: Ctx,
  { id, patientId, ownerId: from }: FallenAction,
  ownerId: string,
) {
  await deps.db.transaction(async (tx) => {
    await tx.update(actions).set({ ownerId }).where(eq(actions.id, id))
    const about = patientId ? ({ ...ctx, purpose: 'TREAT' } as const) : ctx
    await record(tx, deps, about, {
      action: 'U',
      type: 'action.handed-on',
      patients: patientId ? [patientId] : [],
      object: { type: 'action', id },
      detail: { from, to: ownerId },
    })
  })
}

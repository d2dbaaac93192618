import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { record } from '../audit/store.ts'
import { cliniciansOf } from '../care-path/options.ts'
import type { Ctx } from '../ctx.ts'
import { actions } from '../db/schema/meetings.ts'
import type { Deps } from '../deps.ts'
import { conflict, notFound, refused } from '../http/problem.ts'
import { type FallenAction, fallingTo, withOwners } from './my-actions.ts'
import { giveReceipt, openReceipt } from './receipt.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId' | 'seal'>
type Handing = { actionId: string; ownerId: string }

const actOf = (actionId: string) => `handed-on:${actionId}`
const handing = z.strictObject({ from: z.string(), to: z.string(), doneAt: z.string().nullable() })

/**
 * Gives what falls to the caller, as their own or because nobody owns it any more, to somebody who treats in the team:
 * from then on it stands on their list, and they are the one who is reminded. Answers what takes that back. 404 for what
 * is somebody else's, or of a team that the caller only visited; 409 ('changed_elsewhere') when it was given to somebody
 * at this instant; 422 ('unknown_member') for who does not treat there.
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
  return {
    receipt: giveReceipt(deps, ctx, actOf(actionId), { from: own.ownerId, to: ownerId, doneAt: own.doneAt }),
  }
}

/**
 * Takes that back within ten minutes: it falls to the caller again. 404 and 409 ('too_late') otherwise,
 * ('changed_elsewhere') when whoever got it has done it or gave it on.
 */
export async function takeBackAction(
  deps: Tools,
  ctx: Ctx,
  { actionId, receipt }: { actionId: string; receipt: string },
): Promise<void> {
  const { from, to, doneAt } = openReceipt(deps, ctx, { act: actOf(actionId), receipt, shape: handing })
  const [handed] = await withOwners(deps, ctx, eq(actions.id, actionId))
  if (!handed) throw notFound('action')
  await giveTo(deps, ctx, { ...handed, ownerId: to, doneAt }, from)
}

const changed = () => conflict('changed_elsewhere', 'This action was done or given on since')

/** Whoever looked at it before somebody else gave it on, or did it, takes nothing from them. */
async function giveTo(
  deps: Tools,
  ctx: Ctx,
  { id, patientId, ownerId: from, doneAt }: FallenAction,
  ownerId: string,
) {
  const asSeen = and(
    eq(actions.id, id),
    eq(actions.ownerId, from),
    doneAt === null ? isNull(actions.doneAt) : eq(actions.doneAt, doneAt),
  )
  await deps.db.transaction(async (tx) => {
    const given = await tx.update(actions).set({ ownerId }).where(asSeen).returning({ id: actions.id })
    if (given.length === 0) throw changed()
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

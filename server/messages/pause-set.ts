import { and, eq, gt, isNull } from 'drizzle-orm'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { isUniqueViolation } from '../db/errors.ts'
import { messages, setPauses } from '../db/schema/messages.ts'
import type { Deps } from '../deps.ts'
import { conflict, notFound } from '../http/problem.ts'
import { teamsWithin } from './reach.ts'

type Works = Pick<Deps, 'db' | 'now' | 'newId'>

/**
 * Holds back the mail about an outcome set in this organisation. What a sender has in hand already still goes: gives how
 * many messages those can be. 404 for a set that no team here has; 409 ('already_paused').
 */
export async function pauseSet(
  deps: Works,
  ctx: Ctx,
  outcomeSet: string,
  reason: string,
): Promise<{ inHand: number }> {
  const known = await teamsWithin(deps.db, ctx, null)
  if (!known.some((team) => team.outcomeSet === outcomeSet)) throw notFound('outcome set')
  const at = deps.now().toISOString()
  const pause = {
    organisationId: ctx.organisationId,
    outcomeSet,
    reason,
    pausedAt: at,
    pausedBy: ctx.actor.id,
  }
  await deps.db
    .transaction(async (tx) => {
      const id = deps.newId('pau')
      await tx.insert(setPauses).values({ id, ...pause })
      await record(tx, deps, ctx, {
        action: 'U',
        type: 'mail.paused',
        object: { type: 'outcome-set', id: outcomeSet },
        detail: { reason },
      })
    })
    .catch((error: unknown) => {
      throw isUniqueViolation(error)
        ? conflict('already_paused', 'This outcome set is paused already')
        : error
    })
  const inHand = and(
    eq(messages.organisationId, ctx.organisationId),
    isNull(messages.sentAt),
    gt(messages.leaseUntil, at),
  )
  return { inHand: await deps.db.$count(messages, inHand) }
}

/** Mail about the outcome set goes again; of reminders that were missed meanwhile only the newest. 409 ('not_paused'). */
export async function resumeSet(deps: Works, ctx: Ctx, outcomeSet: string): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const resumed = await tx
      .update(setPauses)
      .set({ resumedAt: deps.now().toISOString(), resumedBy: ctx.actor.id })
      .where(
        and(
          eq(setPauses.organisationId, ctx.organisationId),
          eq(setPauses.outcomeSet, outcomeSet),
          isNull(setPauses.resumedAt),
        ),
      )
      .returning({ id: setPauses.id })
    if (resumed.length === 0) throw conflict('not_paused', 'This outcome set is not paused')
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'mail.resumed',
      object: { type: 'outcome-set', id: outcomeSet },
    })
  })
}

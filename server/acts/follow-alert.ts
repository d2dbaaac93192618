import { climbsAt } from '../../core/alert-ladder.ts'
import { isWorseFor } from '../../core/alerts.ts'
import type { AlertRule } from '../../core/outcome-set.ts'
import { type DueAlert, linkAlert, type Move, previousOf, renewOpen } from '../alerts/climbing.ts'
import type { Watch } from '../alerts/watch.ts'
import type { Tx } from '../db/database.ts'
import type { Deps } from '../deps.ts'

type New = {
  alert: DueAlert
  rule: AlertRule | undefined
  move: Move
  watch: Watch
  caring: ReadonlySet<string>
}

/**
 * Ties a new alert to the one of the same rule before it. What was still open goes on in the new one: with whoever had
 * taken it up, and no later than it was due. What was closed is open again where the answer is worse than then. Gives
 * who holds it.
 */
export async function followPrevious(
  tx: Tx,
  { now }: Pick<Deps, 'now'>,
  { alert, rule, move, watch, caring }: New,
): Promise<string | null> {
  const at = now().toISOString()
  const open = await renewOpen(tx, alert, at)
  if (!open) {
    const last = await previousOf(tx, alert)
    if (!last) return move.holderId
    const isWorse =
      rule !== undefined && alert.value !== null && last.value !== null
        ? isWorseFor(rule, alert.value, last.value)
        : false
    await linkAlert(tx, alert.id, { follows: last.id, isWorse })
    return move.holderId
  }
  const respondBy = open.respondBy < alert.respondBy ? open.respondBy : alert.respondBy
  const taker = open.acknowledgedBy && caring.has(open.acknowledgedBy) ? open.acknowledgedBy : null
  const office = { hours: watch.hours, zone: alert.zone, isTaken: taker !== null }
  const taken = taker && { holderId: taker, acknowledgedBy: taker, acknowledgedAt: open.acknowledgedAt }
  await linkAlert(tx, alert.id, {
    follows: open.id,
    respondBy,
    climbsAt: climbsAt(move.rung, { raisedAt: alert.raisedAt, respondBy }, at, office),
    ...taken,
  })
  return taker ?? move.holderId
}

import { climbsAt, isAbove, type Rung } from '../../core/alerts/alert-ladder.ts'
import { isWorseFor } from '../../core/alerts/alerts.ts'
import type { AlertRule } from '../../core/outcome-sets/outcome-set.ts'
import type { DueAlert } from '../alerts/climbing.ts'
import { linkAlert, type Move, previousOf, renewOpen } from '../alerts/moves.ts'
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

/** Whose it is in the end, and how grave. */
export type Followed = { rung: Rung; holderId: string | null; severity: string }

/**
 * Ties a new alert to the one of the same rule before it. What was still open goes on in the new one: with whoever had
 * taken it up or as high as it had climbed, as grave as it was, and no later than it was due. What was closed is open
 * again where the answer is worse than then.
 */
export async function followPrevious(
  tx: Tx,
  { now }: Pick<Deps, 'now'>,
  { alert, rule, move, watch, caring }: New,
): Promise<Followed> {
  const { severity } = alert
  const at = now().toISOString()
  const open = await renewOpen(tx, alert, at)
  if (!open) {
    const last = await previousOf(tx, alert)
    if (last) await linkAlert(tx, alert.id, { follows: last.id, isWorse: isWorse(rule, alert, last) })
    return { rung: move.rung, holderId: move.holderId, severity }
  }
  const respondBy = open.respondBy < alert.respondBy ? open.respondBy : alert.respondBy
  const taker = open.acknowledgedBy && caring.has(open.acknowledgedBy) ? open.acknowledgedBy : null
  const office = { hours: watch.hours, zone: alert.zone, isTaken: taker !== null }
  const carried = {
    ...highest(move, open, caring),
    severity: open.severity === 'urgent' ? open.severity : severity,
    ...(taker && { holderId: taker }),
  }
  await linkAlert(tx, alert.id, {
    follows: open.id,
    respondBy,
    climbsAt: climbsAt(carried.rung, { raisedAt: alert.raisedAt, respondBy }, at, office),
    ...carried,
    ...(taker && { acknowledgedBy: taker, acknowledgedAt: open.acknowledgedAt }),
  })
  return carried
}

type Place = { rung: Rung; holderId: string | null }

/** What has climbed does not come down by another answer, unless to a deputy who has left. */
function highest(
  { rung, holderId }: Move,
  open: { rung: string | null; holderId: string | null },
  caring: ReadonlySet<string>,
): Place {
  const before = open.rung as Rung | null
  const holder = open.holderId && caring.has(open.holderId) ? open.holderId : null
  const isStill = before !== null && isAbove(before, rung) && (before !== 'deputy' || holder !== null)
  return isStill ? { rung: before, holderId: holder } : { rung, holderId }
}

const isWorse = (rule: AlertRule | undefined, { value }: DueAlert, last: { value: number | null }): boolean =>
  rule !== undefined && value !== null && last.value !== null && isWorseFor(rule, value, last.value)

import { type AnyColumn, and, desc, eq, isNull, lt, ne, or, sql } from 'drizzle-orm'
import type { Rung } from '../../core/alerts/alert-ladder.ts'
import { RENEWED } from '../../core/alerts/alert-outcome.ts'
import { once } from '../../core/memo.ts'
import type { Tx } from '../db/database.ts'
import { given } from '../db/given.ts'
import { alerts } from '../db/schema/outcomes.ts'
import type { DueAlert } from './climbing.ts'

export type Move = {
  rung: Rung
  holderId: string | null
  climbsAt: string
  /** Given to somebody afresh: whoever had taken it up has left. */
  isFresh: boolean
}

const plain = sql.placeholder

/** Many alerts climb one by one, in a transaction each: what each asks is built once for each database. */
const statements = once((tx: Tx) => ({
  move: moving(tx, {}).prepare('alert_move'),
  giveAfresh: moving(tx, { acknowledgedAt: null, acknowledgedBy: null }).prepare('alert_give_afresh'),
  renew: tx
    .update(alerts)
    .set({ closedAt: given('now', alerts.closedAt), outcomeCode: RENEWED })
    .where(and(before, isNull(alerts.closedAt)))
    .returning()
    .prepare('alert_renew'),
  previous: tx
    .select({ id: alerts.id, value: alerts.value })
    .from(alerts)
    .where(before)
    .orderBy(desc(alerts.raisedAt), desc(alerts.id))
    .limit(1)
    .prepare('alert_previous'),
}))

const moving = (tx: Tx, taken: { acknowledgedAt?: null; acknowledgedBy?: null }) =>
  tx
    .update(alerts)
    .set({
      rung: given('rung', alerts.rung),
      holderId: given('holderId', alerts.holderId),
      climbsAt: given('climbsAt', alerts.climbsAt),
      ...taken,
    })
    .where(
      and(
        eq(alerts.id, plain('id')),
        isNull(alerts.closedAt),
        isStill(alerts.rung, 'seenRung'),
        isStill(alerts.climbsAt, 'seenClimbsAt'),
        isStill(alerts.holderId, 'seenHolderId'),
      ),
    )
    .returning({ id: alerts.id })

/** Equal, or null as well. */
const isStill = (column: AnyColumn, name: string) => sql`${column} is not distinct from ${plain(name)}`

/** True for the first who moves it from where it was seen. */
export async function moveAlert(tx: Tx, seen: DueAlert, { isFresh, ...move }: Move): Promise<boolean> {
  const { move: go, giveAfresh } = statements(tx)
  const moved = await (isFresh ? giveAfresh : go).execute({
    id: seen.id,
    seenRung: seen.rung,
    seenClimbsAt: seen.climbsAt,
    seenHolderId: seen.holderId,
    ...move,
  })
  return moved.length > 0
}

/** Closes what is still open of the same rule: this alert goes on with it. Gives the last of them. */
export async function renewOpen(tx: Tx, alert: DueAlert, now: string) {
  const renewed = await statements(tx).renew.execute({ ...alert, now })
  return renewed.toSorted((a, b) => (a.raisedAt < b.raisedAt ? -1 : 1)).at(-1) ?? null
}

/** The alert of the same rule before this one. */
export async function previousOf(tx: Tx, alert: DueAlert) {
  const [last] = await statements(tx).previous.execute(alert)
  return last ?? null
}

const before = and(
  eq(alerts.enrolmentId, plain('enrolmentId')),
  eq(alerts.rule, plain('rule')),
  ne(alerts.id, plain('id')),
  or(
    lt(alerts.raisedAt, plain('raisedAt')),
    and(eq(alerts.raisedAt, plain('raisedAt')), lt(alerts.id, plain('id'))),
  ),
)

type Link = Partial<
  Pick<
    typeof alerts.$inferInsert,
    | 'follows'
    | 'isWorse'
    | 'severity'
    | 'respondBy'
    | 'rung'
    | 'holderId'
    | 'acknowledgedAt'
    | 'acknowledgedBy'
    | 'climbsAt'
  >
>

export const linkAlert = (tx: Tx, id: string, link: Link) =>
  tx.update(alerts).set(link).where(eq(alerts.id, id))

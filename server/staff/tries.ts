import { and, eq, gte, lt, sql } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { rateLimit } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { hashOf } from './links.ts'

const MOST = 10
const WINDOW_MS = 15 * 60_000

const keyOf = (account: string) => `tries:${hashOf(account.toLowerCase())}`

type Clock = Pick<Deps, 'now'>

/**
 * Counts a failed try for an account, known here or not: both are refused alike. A limit per account, because
 * a limit per address stops nobody who has many addresses.
 */
export async function countFailure(db: Tx, { now }: Clock, account: string): Promise<void> {
  const at = now().getTime()
  const key = keyOf(account)
  const fresh = sql`${rateLimit.lastRequest} < ${at - WINDOW_MS}`
  await db
    .insert(rateLimit)
    .values({ id: key, key, count: 1, lastRequest: at })
    .onConflictDoUpdate({
      target: rateLimit.key,
      set: {
        count: sql`case when ${fresh} then 1 else ${rateLimit.count} + 1 end`,
        lastRequest: sql`case when ${fresh} then ${at} else ${rateLimit.lastRequest} end`,
      },
    })
}

/** Whether an account had so many failed tries in a quarter of an hour that it must wait. */
export async function mustWait(db: Tx, { now }: Clock, account: string): Promise<boolean> {
  const since = now().getTime() - WINDOW_MS
  const busy = await db
    .select({ key: rateLimit.key })
    .from(rateLimit)
    .where(
      and(eq(rateLimit.key, keyOf(account)), gte(rateLimit.count, MOST), gte(rateLimit.lastRequest, since)),
    )
  return busy.length > 0
}

/** The right password ends the count; what is old is swept with it. */
export async function forgetFailures(db: Tx, { now }: Clock, account: string): Promise<void> {
  await db.delete(rateLimit).where(eq(rateLimit.key, keyOf(account)))
  await db.delete(rateLimit).where(lt(rateLimit.lastRequest, now().getTime() - WINDOW_MS))
}

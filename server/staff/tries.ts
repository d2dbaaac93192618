import { eq, lt, sql } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { rateLimit } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { networkOf } from '../http/address.ts'
import { hashOf } from './links.ts'

/**
 * Whose password is tried, and from where: a network address, or what else the caller holds (a session, a link).
 * Counted together: whoever guesses from elsewhere makes nobody wait at their own desk.
 */
export type Try = { account: string; from: string | null }

const FORGET_MS = 60 * 60_000

const keyOf = ({ account, from }: Try) =>
  `tries:${hashOf(`${account.toLowerCase()} ${networkOf(from ?? 'unknown')}`)}`

// Five tries are free: people mistype. From then on a second, each time twice as long, a quarter of an hour at most.
const wait = sql`case when ${rateLimit.count} < 5 then 0 when ${rateLimit.count} < 15 then 1000 << (${rateLimit.count} - 5) else 900000 end`

/**
 * Counts a try before it is made, so that many at once are counted too; false when it comes too soon after the last.
 * An account that is not known here is counted alike: both are refused in the same way.
 */
export async function mayTry(db: Tx, { now }: Pick<Deps, 'now'>, one: Try): Promise<boolean> {
  const at = now().getTime()
  const key = keyOf(one)
  const counted = await db
    .insert(rateLimit)
    .values({ id: key, key, count: 1, lastRequest: at })
    .onConflictDoUpdate({
      target: rateLimit.key,
      set: {
        count: sql`case when ${rateLimit.lastRequest} < ${at - FORGET_MS} then 1 else ${rateLimit.count} + 1 end`,
        lastRequest: at,
      },
      setWhere: sql`${rateLimit.lastRequest} + (${wait}) <= ${at}`,
    })
    .returning({ key: rateLimit.key })
  return counted.length > 0
}

/** The right password ends the count; what is old is swept with it. */
export async function forgetTries(db: Tx, { now }: Pick<Deps, 'now'>, one: Try): Promise<void> {
  await db.delete(rateLimit).where(eq(rateLimit.key, keyOf(one)))
  await db.delete(rateLimit).where(lt(rateLimit.lastRequest, now().getTime() - FORGET_MS))
}

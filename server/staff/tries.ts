import { and, eq, gte, lt, sql } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { rateLimit } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { networkOf } from '../http/address.ts'
import { hashOf } from './links.ts'

/**
 * What is tried (a password, a code) for which account, and from where: what the caller holds already (a session, a
 * link, a browser in which this account signed in before), else a network. Counted together: whoever guesses from
 * elsewhere makes nobody wait at their own desk.
 */
export type Try = { what: 'password' | 'code'; account: string; from: From }
// The key alone is met twice: PostgreSQL waits for the conflict that is named, and throws at any other.
type Counting = Pick<Deps, 'now' | 'newId'>
type From = { holding: string } | { network: string | null }

const MINUTE_MS = 60_000
const FORGET_MS = 60 * MINUTE_MS
/** Failures of one network are counted for this long, and at most so many: a whole hospital can be behind one address. */
const WINDOW_MS = 10 * MINUTE_MS
const MOST_FAILURES = 100

const placeOf = (from: From) => ('holding' in from ? from.holding : networkOf(from.network ?? 'unknown'))
const keyOf = ({ what, account, from }: Try) =>
  `tries:${hashOf(`${what} ${account.toLowerCase()} ${placeOf(from)}`)}`
const networkKey = (from: From) => `failures:${hashOf(placeOf(from))}`

// Five tries are free: people mistype. From then on a second, each time twice as long, a quarter of an hour at most.
const FREE = 5
const wait = sql`case when ${rateLimit.count} < 15 then 1000 << (${rateLimit.count} - ${FREE}) else 900000 end`

/**
 * Counts a try before it is made, so that many at once are counted too; false when it comes too soon after the last,
 * or after too many failures of its network, whatever the account. An account that is not known here is counted
 * alike: both are refused in the same way.
 */
export async function mayTry(db: Tx, { now, newId }: Counting, one: Try): Promise<boolean> {
  const at = now().getTime()
  if ('network' in one.from && (await isTiring(db, at, one.from))) return false
  const key = keyOf(one)
  const counted = await db
    .insert(rateLimit)
    .values({ id: newId('try'), key, count: 1, lastRequest: at })
    .onConflictDoUpdate({
      target: rateLimit.key,
      set: {
        count: sql`case when ${rateLimit.lastRequest} < ${at - FORGET_MS} then 1 else ${rateLimit.count} + 1 end`,
        lastRequest: at,
      },
      // of free ones the time says nothing: of two at once the first to begin may be the last to be counted
      setWhere: sql`${rateLimit.count} < ${FREE} or ${rateLimit.lastRequest} + (${wait}) <= ${at}`,
    })
    .returning({ key: rateLimit.key })
  return counted.length > 0
}

/** Only failures count: that three hundred people sign in at eight is no attack. */
async function isTiring(db: Tx, at: number, from: From): Promise<boolean> {
  const found = await db
    .select({ key: rateLimit.key })
    .from(rateLimit)
    .where(
      and(
        eq(rateLimit.key, networkKey(from)),
        gte(rateLimit.count, MOST_FAILURES),
        gte(rateLimit.lastRequest, at - WINDOW_MS),
      ),
    )
  return found.length > 0
}

/** Counts a try that was wrong for its network, unless the caller holds something that nobody else there does. */
export async function countFailure(
  deps: Pick<Deps, 'db' | 'now' | 'newId' | 'log'>,
  from: From,
): Promise<void> {
  if (!('network' in from) || (await count(deps.db, deps, networkKey(from))) !== MOST_FAILURES) return
  deps.log.warn({ network: placeOf(from) }, 'too many failed sign-ins from one network: strangers there wait')
}

/**
 * Counts what anybody can make happen without end, of all who do the same together: true for the 1st, 2nd, 4th, 8th …
 * of ten minutes, with how many there were. Those get a line in the log; the rest would only fill the disk.
 */
export async function countStrangers(db: Tx, deps: Counting, what: string) {
  const times = await count(db, deps, `strangers:${what}`)
  return { times, isTelling: Number.isInteger(Math.log2(times)) }
}

/** One more in this window of ten minutes; `lastRequest` is when the window began. A new window sweeps what is old. */
async function count(db: Tx, { now, newId }: Counting, key: string): Promise<number> {
  const at = now().getTime()
  const isOver = sql`${rateLimit.lastRequest} < ${at - WINDOW_MS}`
  const [row] = await db
    .insert(rateLimit)
    .values({ id: newId('try'), key, count: 1, lastRequest: at })
    .onConflictDoUpdate({
      target: rateLimit.key,
      set: {
        count: sql`case when ${isOver} then 1 else ${rateLimit.count} + 1 end`,
        lastRequest: sql`case when ${isOver} then ${at} else ${rateLimit.lastRequest} end`,
      },
    })
    .returning({ count: rateLimit.count })
  if (row?.count === 1) await sweep(db, at)
  return row?.count ?? 1
}

/** The right password ends the count; what is old is swept with it. */
export async function forgetTries(db: Tx, { now }: Pick<Deps, 'now'>, one: Try): Promise<void> {
  await db.delete(rateLimit).where(eq(rateLimit.key, keyOf(one)))
  await sweep(db, now().getTime())
}

const sweep = (db: Tx, at: number) => db.delete(rateLimit).where(lt(rateLimit.lastRequest, at - FORGET_MS))

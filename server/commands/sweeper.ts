import { inArray, lt } from 'drizzle-orm'
import { forgetOfNobody } from '../acts/told-of-nobody.ts'
import { forgetWaiting } from '../care-events/store.ts'
import { launches } from '../db/schema/launches.ts'
import { patientSessions } from '../db/schema/messages.ts'
import { rateLimit, session, verification } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { inTurns } from '../turns.ts'

const HOUR_MS = 3_600_000
/** No session of a patient lives longer without being used, by a link or by signing in. */
const UNUSED_MS = 24 * HOUR_MS
/** What was told of somebody who has not become known here since. */
const WAITING_MS = 90 * 24 * HOUR_MS
/** That somebody died, or has another number: for as long ahead as appointments are planned. */
const NOBODY_MS = 365 * 24 * HOUR_MS
/** At a time: on SQLite nobody else writes meanwhile. */
const MOST = 5000

type Sweeping = Pick<Deps, 'db' | 'now'>

/** Removes what nothing can be done with any more, and who was where when with it: sessions, codes, counted tries. */
export async function sweep({ db, now }: Sweeping): Promise<void> {
  const at = now().getTime()
  const before = (ago: number) => new Date(at - ago).toISOString()
  await db.delete(session).where(lt(session.expiresAt, before(0)))
  // Not at once: a signed link that was closed again must stay known for as long as it could be used.
  await db.delete(launches).where(lt(launches.endsAt, before(HOUR_MS)))
  await db.delete(verification).where(lt(verification.expiresAt, before(0)))
  await db.delete(rateLimit).where(lt(rateLimit.lastRequest, at - HOUR_MS))
  await forgetWaiting(db, before(WAITING_MS))
  await forgetOfNobody(db, before(NOBODY_MS))
  const unused = db
    .select({ id: patientSessions.id })
    .from(patientSessions)
    .where(lt(patientSessions.lastSeenAt, before(UNUSED_MS)))
    .limit(MOST)
  await db.delete(patientSessions).where(inArray(patientSessions.id, unused))
}

/** Sweeps now and every hour until it is stopped. */
export const startSweeper = (deps: Sweeping & Pick<Deps, 'log'>): (() => Promise<void>) =>
  inTurns(deps, () => sweep(deps), { every: HOUR_MS, fails: 'a sweep failed' })

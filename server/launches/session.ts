import { and, eq, gt, sql } from 'drizzle-orm'
import { once } from '../../core/memo.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { launches } from '../db/schema/launches.ts'
import type { Deps } from '../deps.ts'
import type { WhoIs } from '../http/session.ts'
import { staffContext } from '../staff/context.ts'
import { hashOf } from '../staff/links.ts'
import { IDLE_MS, SEEN_EVERY_MS } from '../staff/who-is.ts'
import { asClinician } from './begin.ts'
import { LAUNCH_HEADER, launchToken } from './cookies.ts'

type Works = Pick<Deps, 'db' | 'config' | 'secret' | 'now'>

/**
 * Who asks, also in a page that a record system opened. Such a page names its launch with every request, so that it is
 * never answered by whatever else is signed in in the same browser, nor for the next patient.
 */
export const orLaunched =
  (deps: Works, whoIs: WhoIs): WhoIs =>
  async (request) => {
    const id = request.headers.get(LAUNCH_HEADER)
    if (id === null) return whoIs(request)
    const token = launchToken(deps, request.headers.get('cookie'))
    return token ? launched(deps, request, { id, tokenHash: hashOf(token) }) : null
  }

async function launched(
  { db, now }: Works,
  request: Request,
  key: { id: string; tokenHash: string },
): Promise<Ctx | null> {
  const instant = (ago: number) => new Date(now().getTime() - ago).toISOString()
  const [live] = await findLaunch(db).execute({ ...key, now: instant(0), awakeSince: instant(IDLE_MS) })
  if (!live) return null
  if (request.headers.get('x-unattended') !== '1' && live.seenAt < instant(SEEN_EVERY_MS))
    await db
      .update(launches)
      .set({ seenAt: instant(0) })
      .where(eq(launches.id, key.id))
  const ctx = await staffContext(db, live.staffId, now())
  if (!ctx || ctx.organisationId !== live.organisationId) return null
  const { patientId, source } = live
  return { ...asClinician(ctx), boundTo: { patientId, launchId: key.id, source } }
}

const findLaunch = once((db: Tx) =>
  db
    .select({
      organisationId: launches.organisationId,
      staffId: launches.staffId,
      patientId: launches.patientId,
      source: launches.source,
      seenAt: launches.seenAt,
    })
    .from(launches)
    .where(
      and(
        eq(launches.id, sql.placeholder('id')),
        eq(launches.tokenHash, sql.placeholder('tokenHash')),
        gt(launches.endsAt, sql.placeholder('now')),
        gt(launches.seenAt, sql.placeholder('awakeSince')),
      ),
    )
    .prepare('launch_session'),
)

/** Closes what the record system opened. */
export async function endLaunch({ db, now }: Pick<Deps, 'db' | 'now'>, launchId: string): Promise<void> {
  await db.update(launches).set({ endsAt: now().toISOString() }).where(eq(launches.id, launchId))
}

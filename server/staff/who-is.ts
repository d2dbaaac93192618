import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { once } from '../../core/memo.ts'
import type { Language } from '../../core/words.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { organisations } from '../db/schema/organisations.ts'
import { serviceKeys, session, staff, user } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import type { WhoIs } from '../http/session.ts'
import { authSecret, cookieNames } from './auth.ts'
import { staffContext } from './context.ts'
import { hashOf } from './links.ts'
import { signedCookie } from './signed-cookie.ts'

/** Who does nothing for so long is out. */
export const IDLE_MS = 15 * 60_000
/** Being seen is written at most this often. */
export const SEEN_EVERY_MS = 60_000

/**
 * Who asks: a member of staff with a session that is in use and behind a second factor, or a system with a key.
 * Two short queries, nothing remembered: who left or was ended is out at the next request.
 */
export function whoIs(deps: Pick<Deps, 'db' | 'config' | 'secret' | 'now'>): WhoIs {
  const { session: cookie } = cookieNames(deps.config)
  const key = authSecret(deps.secret)
  return async (request) => {
    const bearer = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1]
    if (bearer) return serviceContext(deps.db, bearer)
    const token = signedCookie(request.headers.get('cookie'), cookie, key)
    if (!token) return null
    const staffId = await liveSession(deps, token, request.headers.get('x-unattended') === '1')
    return staffId ? staffContext(deps.db, staffId, deps.now()) : null
  }
}

async function liveSession(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  token: string,
  unattended: boolean,
): Promise<string | undefined> {
  const instant = (ago: number) => new Date(now().getTime() - ago).toISOString()
  const [live] = await findSession(db).execute({ token, now: instant(0), awakeSince: instant(IDLE_MS) })
  // A page that refreshes itself is not somebody at work: web/kit/attended.ts says so.
  if (live && !unattended && live.seen < instant(SEEN_EVERY_MS))
    await db
      .update(session)
      .set({ updatedAt: instant(0) })
      .where(and(eq(session.id, live.id), eq(session.updatedAt, live.seen)))
  return live?.staffId
}

// Asked at every request of staff, so made once.
const findSession = once((db: Tx) =>
  db
    .select({ id: session.id, staffId: staff.id, seen: session.updatedAt })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .innerJoin(staff, eq(staff.userId, user.id))
    .where(
      and(
        eq(session.token, sql.placeholder('token')),
        gt(session.expiresAt, sql.placeholder('now')), // absolute: the session is made with this and never prolonged
        gt(session.updatedAt, sql.placeholder('awakeSince')),
        eq(user.twoFactorEnabled, true),
      ),
    )
    .prepare('staff_session'),
)

async function serviceContext(db: Tx, key: string): Promise<Ctx | null> {
  const [found] = await db
    .select({
      id: serviceKeys.id,
      name: serviceKeys.name,
      organisationId: serviceKeys.organisationId,
      language: organisations.language,
    })
    .from(serviceKeys)
    .innerJoin(organisations, eq(organisations.id, serviceKeys.organisationId))
    .where(and(eq(serviceKeys.keyHash, hashOf(key)), isNull(serviceKeys.revokedAt)))
  if (!found) return null
  return {
    actor: { kind: 'service', id: found.id, name: found.name },
    organisationId: found.organisationId,
    roles: ['service'],
    teamIds: [],
    role: null,
    purpose: 'PATADMIN',
    language: found.language as Language,
    requestId: null,
    address: null,
  }
}

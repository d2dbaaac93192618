import { and, eq, gt, isNotNull, isNull } from 'drizzle-orm'
import type { Context } from 'hono'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { patientSessions } from '../db/schema/messages.ts'
import type { Deps } from '../deps.ts'
import { dropSession, giveSession, sessionIdOf } from './cookies.ts'
import { findReader, type Reader } from './reader.ts'

const IDLE_MS = 15 * 60_000
const LONGEST_MS = 12 * 3_600_000

/** Signs somebody in on this browser. A session of before in the same browser ends. */
export async function beginSession(
  c: Context,
  deps: Pick<Deps, 'db' | 'now' | 'newId' | 'config'>,
  ctx: Ctx,
  level: string,
): Promise<void> {
  const at = deps.now().toISOString()
  const before = sessionIdOf(c, deps.config)
  const id = giveSession(c, deps.config)
  await deps.db.transaction(async (tx) => {
    if (before) await endSession(tx, before, at)
    await tx.insert(patientSessions).values({
      id,
      patientId: ctx.actor.id,
      level,
      confirmedAt: at,
      respondent: 'patient',
      createdAt: at,
      lastSeenAt: at,
    })
    await record(tx, deps, ctx, {
      action: 'E',
      type: 'portal.signed-in',
      patients: [ctx.actor.id],
      detail: { level },
    })
  })
}

/** Who is signed in here, and that they were here now; null after 15 quiet minutes. A link's session is not one. */
export async function readSession(
  c: Context,
  { db, now, config }: Pick<Deps, 'db' | 'now' | 'config'>,
): Promise<Reader | null> {
  const id = sessionIdOf(c, config)
  if (!id) return null
  const at = now().getTime()
  const [seen] = await db
    .update(patientSessions)
    .set({ lastSeenAt: now().toISOString() })
    .where(and(eq(patientSessions.id, id), isAlive(at)))
    .returning({ patientId: patientSessions.patientId })
  return seen ? findReader(db, seen.patientId) : null
}

/** Ends the session of this browser. */
export async function signOut(c: Context, { db, now, config }: Pick<Deps, 'db' | 'now' | 'config'>) {
  const id = sessionIdOf(c, config)
  dropSession(c, config)
  if (id) await endSession(db, id, now().toISOString())
}

const isAlive = (at: number) =>
  and(
    isNull(patientSessions.linkId),
    isNotNull(patientSessions.level),
    isNull(patientSessions.endedAt),
    gt(patientSessions.lastSeenAt, new Date(at - IDLE_MS).toISOString()),
    gt(patientSessions.createdAt, new Date(at - LONGEST_MS).toISOString()),
  )

const endSession = (tx: Tx, id: string, at: string) =>
  tx
    .update(patientSessions)
    .set({ endedAt: at })
    .where(and(eq(patientSessions.id, id), isNull(patientSessions.endedAt)))

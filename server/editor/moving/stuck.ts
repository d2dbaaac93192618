import { and, asc, eq, lt, sql } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import { enrolments } from '../../db/schema/care.ts'
import { movings, stuckPaths } from '../../db/schema/movings.ts'
import type { Deps } from '../../deps.ts'
import { later } from '../work-through.ts'
import type { Moving, Path } from './move-paths.ts'

/** A care path that cannot be planned is tried so many times; then it stays with the version it had. */
const MOST_TRIES = 3
const MINUTE = 60_000
/** How long it rests after each try but the last. */
const RESTS = [MINUTE, 10 * MINUTE]

/** Sets a care path aside that could not be planned, and says so in the log. */
export async function setAside(
  tx: Tx,
  { now, log }: Pick<Deps, 'now' | 'log'>,
  open: Moving,
  path: Path,
  error: unknown,
): Promise<void> {
  const failure = error instanceof Error ? error.name : 'unknown'
  log.error({ failure, id: open.id, path: path.id }, 'a care path did not go on with a newer version')
  const failed = { failure, failedAt: now().toISOString() }
  await tx
    .insert(stuckPaths)
    .values({ movingId: open.id, enrolmentId: path.id, tries: 1, ...failed })
    .onConflictDoUpdate({
      target: [stuckPaths.movingId, stuckPaths.enrolmentId],
      set: { tries: sql`${stuckPaths.tries} + 1`, ...failed },
    })
}

/** Those that are tried once more, the least tried first. */
export const readAgain = (db: Tx, { id }: Moving, most: number) =>
  db
    .select({ id: enrolments.id, patientId: enrolments.patientId, tries: stuckPaths.tries })
    .from(stuckPaths)
    .innerJoin(enrolments, eq(enrolments.id, stuckPaths.enrolmentId))
    .where(and(eq(stuckPaths.movingId, id), lt(stuckPaths.tries, MOST_TRIES)))
    .orderBy(asc(stuckPaths.tries), asc(stuckPaths.enrolmentId))
    .limit(most)

export const isStuckNoMore = (tx: Tx, { id }: Moving, path: Path) =>
  tx.delete(stuckPaths).where(and(eq(stuckPaths.movingId, id), eq(stuckPaths.enrolmentId, path.id)))

/** Nothing else is left to do: those that are stuck rest, the longer the more often they were tried. */
export async function rest(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { id }: Moving,
  tries: number,
): Promise<void> {
  const ms = RESTS[Math.min(tries, RESTS.length) - 1] ?? MINUTE
  await db
    .update(movings)
    .set({ restsUntil: later(now(), ms) })
    .where(eq(movings.id, id))
}

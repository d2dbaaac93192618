import { and, asc, desc, eq } from 'drizzle-orm'
import type { Ctx } from '../../ctx.ts'
import type { Tx } from '../../db/database.ts'
import { enrolments } from '../../db/schema/care.ts'
import { movings, stuckPaths } from '../../db/schema/movings.ts'
import { teams } from '../../db/schema/organisations.ts'
import { staff } from '../../db/schema/staff.ts'

/** So many are named; the rest of them is counted. */
const NAMED = 50

/**
 * The last time that care paths of the caller's organisation went over to a version; null where they never did. `stuck`
 * names those that could not be planned by it: an editor sees no patients, so by the number that the server's log calls
 * them.
 */
export async function readMoving(db: Tx, { organisationId }: Ctx, versionId: string) {
  const [last] = await db
    .select({
      id: movings.id,
      by: staff.name,
      moved: movings.moved,
      stayed: movings.stayed,
      failedAt: movings.failedAt,
      restsUntil: movings.restsUntil,
      finishedAt: movings.finishedAt,
      ended: movings.ended,
    })
    .from(movings)
    .innerJoin(staff, eq(staff.id, movings.startedBy))
    .where(and(eq(movings.organisationId, organisationId), eq(movings.versionId, versionId)))
    .orderBy(desc(movings.startedAt), desc(movings.id))
    .limit(1)
  if (!last) return null
  const { id, ...moving } = last
  const isStuck = eq(stuckPaths.movingId, id)
  const stuck = await db
    .select({
      path: stuckPaths.enrolmentId,
      team: teams.name,
      tries: stuckPaths.tries,
      failure: stuckPaths.failure,
      failedAt: stuckPaths.failedAt,
    })
    .from(stuckPaths)
    .innerJoin(enrolments, eq(enrolments.id, stuckPaths.enrolmentId))
    .innerJoin(teams, eq(teams.id, enrolments.teamId))
    .where(isStuck)
    .orderBy(asc(teams.name), asc(stuckPaths.enrolmentId))
    .limit(NAMED)
  return { ...moving, stuck, allStuck: await db.$count(stuckPaths, isStuck) }
}

import { count, eq, sum } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import { rescorings } from '../../db/schema/rescorings.ts'
import type { Team } from '../scope.ts'

/** How far earlier answers of the team's organisation were scored again: what is kept from before that no longer holds. */
export async function rescoredSoFar(db: Tx, { organisationId }: Team): Promise<string> {
  const [all] = await db
    .select({ done: sum(rescorings.done).mapWith(Number), finished: count(rescorings.finishedAt) })
    .from(rescorings)
    .where(eq(rescorings.organisationId, organisationId))
  return `${all?.done ?? 0}/${all?.finished ?? 0}`
}

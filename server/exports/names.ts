import { and, inArray } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { callerOf, inCare } from '../patients/scope.ts'
import type { Team } from '../teams/scope.ts'

/** Names of these patients, of those who are in the caller's own care; of nobody for who does not treat them. */
export async function namesIfTreated(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  ctx: Ctx,
  team: Team,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (!ctx.teamIds.includes(team.id) || ids.length === 0) return new Map()
  const rows = await db
    .select({ id: patients.id, given: patients.givenName, family: patients.familyName })
    .from(patients)
    .where(and(inArray(patients.id, [...new Set(ids)]), inCare(db, callerOf(ctx, now()))))
  return new Map(rows.map(({ id, given, family }) => [id, `${given} ${family}`]))
}

import { and, eq } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { teams } from '../db/schema/organisations.ts'
import { notFound } from '../http/problem.ts'

/** One of the caller's own teams; 404 for any other. */
export async function ownTeam(db: Tx, ctx: Ctx, teamId: string) {
  const [team] = ctx.teamIds.includes(teamId)
    ? await db
        .select({ id: teams.id, name: teams.name, outcomeSet: teams.outcomeSet })
        .from(teams)
        .where(and(eq(teams.id, teamId), eq(teams.organisationId, ctx.organisationId)))
    : []
  if (!team) throw notFound('team')
  return team
}

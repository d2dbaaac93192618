import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { organisations, teams } from '../db/schema/organisations.ts'
import { notFound } from '../http/problem.ts'

export type Team = { id: string; name: string; outcomeSet: string; zone: string }

/** Teams whose results the caller may see: their own, and all of the organisation for an analyst. */
const visible = (ctx: Ctx) =>
  and(
    eq(teams.organisationId, ctx.organisationId),
    ctx.roles.includes('analyst') ? undefined : inArray(teams.id, [...ctx.teamIds, '']),
  )

const fields = {
  id: teams.id,
  name: teams.name,
  outcomeSet: teams.outcomeSet,
  zone: organisations.timeZone,
}

export const visibleTeams = (db: Tx, ctx: Ctx): Promise<Team[]> =>
  db
    .select(fields)
    .from(teams)
    .innerJoin(organisations, eq(organisations.id, teams.organisationId))
    .where(visible(ctx))
    .orderBy(asc(teams.name))

/** 404 for a team of others, as for one that is not there. */
export async function visibleTeam(db: Tx, ctx: Ctx, id: string): Promise<Team> {
  const [team] = await db
    .select(fields)
    .from(teams)
    .innerJoin(organisations, eq(organisations.id, teams.organisationId))
    .where(and(eq(teams.id, id), visible(ctx)))
  if (!team) throw notFound('team')
  return team
}

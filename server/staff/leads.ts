import { and, asc, eq } from 'drizzle-orm'
import { localDate } from '../../core/time/dates.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { organisations, teams } from '../db/schema/organisations.ts'
import { memberships } from '../db/schema/staff.ts'
import { isHeldOn } from './held.ts'

/** Whether the caller is lead of this very team today: a role in one team says nothing about another. */
export const leads = async (db: Tx, ctx: Ctx, teamId: string, now: Date): Promise<boolean> =>
  (await ledTeams(db, ctx, now)).some(({ id }) => id === teamId)

/** The teams in which the caller holds the role of lead today, by the day where the team is. */
export async function ledTeams(db: Tx, ctx: Ctx, now: Date): Promise<{ id: string; name: string }[]> {
  const rows = await db
    .select({
      id: teams.id,
      name: teams.name,
      from: memberships.from,
      until: memberships.until,
      zone: organisations.timeZone,
    })
    .from(memberships)
    .innerJoin(teams, eq(teams.id, memberships.teamId))
    .innerJoin(organisations, eq(organisations.id, teams.organisationId))
    .where(and(eq(memberships.staffId, ctx.actor.id), eq(memberships.role, 'team-lead')))
    .orderBy(asc(teams.name))
  return rows
    .filter((row) => isHeldOn(row, localDate(now.toISOString(), row.zone)))
    .map(({ id, name }) => ({ id, name }))
}

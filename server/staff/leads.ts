import { and, asc, eq, gte, isNull, lte, or } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { teams } from '../db/schema/organisations.ts'
import { memberships } from '../db/schema/staff.ts'

/** Whether the caller is lead of this very team: a role in one team says nothing about another. */
export const leads = async (db: Tx, ctx: Ctx, teamId: string, today: string): Promise<boolean> =>
  (await ledTeams(db, ctx, today)).some(({ id }) => id === teamId)

/** The teams in which the caller holds the role of lead on a day. */
export const ledTeams = (db: Tx, ctx: Ctx, today: string): Promise<{ id: string; name: string }[]> =>
  db
    .select({ id: teams.id, name: teams.name })
    .from(memberships)
    .innerJoin(teams, eq(teams.id, memberships.teamId))
    .where(
      and(
        eq(memberships.staffId, ctx.actor.id),
        eq(memberships.role, 'team-lead'),
        lte(memberships.from, today),
        or(isNull(memberships.until), gte(memberships.until, today)),
      ),
    )
    .orderBy(asc(teams.name))

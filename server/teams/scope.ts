import { and, asc, eq, exists, inArray, isNotNull, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { organisations, teams } from '../db/schema/organisations.ts'
import { notFound, Problem } from '../http/problem.ts'
import { leads } from '../staff/leads.ts'

export type Team = {
  id: string
  name: string
  organisation: string
  organisationId: string
  outcomeSet: string
  zone: string
  /** Instant at which its lead opened the comparison with others. */
  comparesSince: string | null
}

/** Teams whose results the caller may see: their own, and all of the organisation for who looks at groups only. */
function visible(ctx: Ctx) {
  const isOfGroups = ctx.roles.some((role) => role === 'analyst' || role === 'programme-manager')
  return and(
    eq(teams.organisationId, ctx.organisationId),
    isOfGroups ? undefined : inArray(teams.id, [...ctx.teamIds, '']),
  )
}

/**
 * Teams of which a programme is told: all of the organisation, and those of organisations whose boards agreed to it, as
 * long as the own one does too.
 */
export const programmeTeams = (db: Tx, ctx: Ctx): Promise<Team[]> =>
  db
    .select(fields)
    .from(teams)
    .innerJoin(organisations, eq(organisations.id, teams.organisationId))
    .where(
      or(
        eq(teams.organisationId, ctx.organisationId),
        and(isNotNull(organisations.sharesSince), shares(db, ctx)),
      ),
    )
    .orderBy(asc(organisations.name), asc(teams.name), asc(teams.id))

function shares(db: Tx, { organisationId }: Ctx) {
  const home = alias(organisations, 'home')
  return exists(
    db
      .select({ id: home.id })
      .from(home)
      .where(and(eq(home.id, organisationId), isNotNull(home.sharesSince))),
  )
}

const fields = {
  id: teams.id,
  name: teams.name,
  organisation: organisations.name,
  organisationId: teams.organisationId,
  comparesSince: teams.comparesSince,
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

/** A team that the caller works in; others do not exist for them, even where they see its figures. */
export async function ownTeam(db: Tx, ctx: Ctx, id: string): Promise<Team> {
  if (!ctx.teamIds.includes(id)) throw notFound('team')
  return visibleTeam(db, ctx, id)
}

/** A team in which the caller holds the role of lead today: 404 for what they cannot see, 403 where they are no lead. */
export async function ledTeam(db: Tx, ctx: Ctx, id: string, now: Date): Promise<Team> {
  const team = await visibleTeam(db, ctx, id)
  if (!(await leads(db, ctx, id, now))) throw new Problem(403, 'forbidden', 'Only its lead may do this')
  return team
}

/** All teams, for the program's own work: what comes of it is told to nobody who may not see the team. */
export const everyTeam = (db: Tx): Promise<Team[]> =>
  db
    .select(fields)
    .from(teams)
    .innerJoin(organisations, eq(organisations.id, teams.organisationId))
    .orderBy(asc(teams.id))

/** Teams of the region with the same outcome set whose leads opened the comparison, and the team itself. */
export const takingPart = (db: Tx, { id, outcomeSet }: Team): Promise<Team[]> =>
  db
    .select(fields)
    .from(teams)
    .innerJoin(organisations, eq(organisations.id, teams.organisationId))
    .where(and(eq(teams.outcomeSet, outcomeSet), or(isNotNull(teams.comparesSince), eq(teams.id, id))))
    .orderBy(asc(teams.id))

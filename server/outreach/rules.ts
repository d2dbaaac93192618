import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { laterChannels, type OutreachRule } from '../../core/mail/outreach.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { organisations, teams } from '../db/schema/organisations.ts'
import { outreachRules } from '../db/schema/outreach.ts'
import type { Deps } from '../deps.ts'
import { notFound, Problem } from '../http/problem.ts'
import { ruleOf } from '../outbox/team-rules.ts'
import { leads } from '../staff/leads.ts'

const days = z.number().int().min(1).max(60).nullable()
const gap = z.number().int().min(2).max(30).nullable()
const cents = z.number().int().min(0).max(100_000).nullable()

export const RuleInput = z.strictObject({
  callDaysBefore: days,
  texts: z.boolean(),
  letters: z.boolean(),
  fallbackDays: days,
  fallbackTo: z.array(z.enum(laterChannels)).max(laterChannels.length).readonly(),
  mailGapDays: gap,
  costOfCall: cents,
  costOfLetter: cents,
  costOfText: cents,
})

export type RuledTeam = {
  id: string
  name: string
  phone: string
  organisation: typeof organisations.$inferSelect
  rule: OutreachRule
}

/** Teams of the organisation, or of those the ones named, each with how it reaches people. */
export async function ruledTeams(db: Tx, ctx: Ctx, teamIds: readonly string[] | null): Promise<RuledTeam[]> {
  const rows = await db
    .select({ team: teams, organisation: organisations, rule: outreachRules })
    .from(teams)
    .innerJoin(organisations, eq(organisations.id, teams.organisationId))
    .leftJoin(outreachRules, eq(outreachRules.teamId, teams.id))
    .where(
      and(
        eq(teams.organisationId, ctx.organisationId),
        teamIds === null ? undefined : inArray(teams.id, [...teamIds, '']),
      ),
    )
    .orderBy(teams.name)
  return rows.map(({ team: { id, name, phone }, organisation, rule }) => ({
    id,
    name,
    phone,
    organisation,
    rule: ruleOf(rule),
  }))
}

/** One of the caller's own teams; 404 for any other. */
export async function ownTeam(db: Tx, ctx: Ctx, teamId: string): Promise<RuledTeam> {
  const [team] = ctx.teamIds.includes(teamId) ? await ruledTeams(db, ctx, [teamId]) : []
  if (!team) throw notFound('team')
  return team
}

/** Whether the caller leads this very team today, and so says how it reaches people. */
export const maySetRule = (
  { db, now }: Pick<Deps, 'db' | 'now'>,
  ctx: Ctx,
  team: RuledTeam,
): Promise<boolean> => leads(db, ctx, team.id, now())

/** The team's lead says how people are reached who do not answer; 403 for who leads another team only. */
export async function setRule(
  deps: Pick<Deps, 'db' | 'now' | 'newId'>,
  ctx: Ctx,
  teamId: string,
  rule: z.infer<typeof RuleInput>,
): Promise<void> {
  const team = await ownTeam(deps.db, ctx, teamId)
  if (!(await maySetRule(deps, ctx, team))) throw new Problem(403, 'forbidden', 'Only its lead may do this')
  const told = { changedAt: deps.now().toISOString(), changedBy: ctx.actor.id }
  const change = { ...rule, fallbackTo: rule.fallbackTo.join(' '), ...told }
  await deps.db.transaction(async (tx) => {
    await tx
      .insert(outreachRules)
      .values({ teamId, ...change })
      .onConflictDoUpdate({ target: outreachRules.teamId, set: change })
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'team.outreach-changed',
      object: { type: 'team', id: teamId },
      detail: rule,
    })
  })
}

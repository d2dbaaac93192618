import { and, eq, exists, inArray, isNotNull, type SQL } from 'drizzle-orm'
import { mayEverywhere, type Permission } from '../../core/access/access.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { assessments } from '../db/schema/care.ts'
import { messageAssessments, messages } from '../db/schema/messages.ts'
import { teams } from '../db/schema/organisations.ts'

/** The teams whose mail somebody may look at; null for all of the organisation. */
export const reachOf = (ctx: Ctx, permission: Permission): readonly string[] | null =>
  mayEverywhere(ctx.roles, permission) ? null : ctx.teamIds

/** Messages to patients of the organisation; for a team, those that are about one of its own assessments. */
export function withinReach(db: Tx, ctx: Ctx, reach: readonly string[] | null): SQL {
  const own = and(eq(messages.organisationId, ctx.organisationId), isNotNull(messages.patientId))
  if (reach === null) return own as SQL
  const aboutTeam = db
    .select({ id: messageAssessments.id })
    .from(messageAssessments)
    .innerJoin(assessments, eq(assessments.id, messageAssessments.assessmentId))
    .where(and(eq(messageAssessments.messageId, messages.id), inArray(assessments.teamId, [...reach, ''])))
  return and(own, exists(aboutTeam)) as SQL
}

/** The teams themselves within somebody's reach. */
export const teamsWithin = (db: Tx, ctx: Ctx, reach: readonly string[] | null) =>
  db
    .select({ id: teams.id, name: teams.name, outcomeSet: teams.outcomeSet })
    .from(teams)
    .where(
      and(
        eq(teams.organisationId, ctx.organisationId),
        reach === null ? undefined : inArray(teams.id, [...reach, '']),
      ),
    )
    .orderBy(teams.name)

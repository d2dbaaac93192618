import { and, countDistinct, eq, gt, inArray, isNotNull, isNull, lte, ne, notExists } from 'drizzle-orm'
import { isTellable } from '../../core/small-groups.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { assessments, enrolments } from '../db/schema/care.ts'
import { definitionVersions, organisations, teams } from '../db/schema/organisations.ts'
import { responses } from '../db/schema/outcomes.ts'
import { keepsDefinitions } from '../organisations/keeper.ts'
import type { Row } from './rows.ts'

/**
 * Who is under way with the versions of a set, all of which they keep: care paths and open assessments of the caller's own
 * organisation. `elsewhere` is for the keeper, who publishes for all: care paths of the other organisations together,
 * 'few' where they are of a small group; null where there is no other, and for everybody else.
 */
export async function readUnderWay(db: Tx, ctx: Ctx, { kind, definition }: Row, now: string) {
  const versions = db
    .select({ id: definitionVersions.id })
    .from(definitionVersions)
    .where(and(eq(definitionVersions.kind, kind), eq(definitionVersions.definition, definition)))
  const running = and(inArray(enrolments.setVersionId, versions), isNull(enrolments.endedOn))
  const own = await db.$count(enrolments, and(running, eq(enrolments.organisationId, ctx.organisationId)))
  const answered = db
    .select({ id: responses.id })
    .from(responses)
    .where(and(eq(responses.assessmentId, assessments.id), isNotNull(responses.submittedAt)))
  const ownTeams = db.select({ id: teams.id }).from(teams).where(eq(teams.organisationId, ctx.organisationId))
  const open = await db.$count(
    assessments,
    and(
      inArray(assessments.teamId, ownTeams),
      inArray(assessments.setVersionId, versions),
      lte(assessments.opensAt, now),
      gt(assessments.closesAt, now),
      isNull(assessments.withdrawnAt),
      isNull(assessments.declinedAt),
      notExists(answered),
    ),
  )
  const isOther = and(running, ne(enrolments.organisationId, ctx.organisationId))
  const elsewhere = (await seesOthers(db, ctx)) ? await tellable(db, isOther) : null
  return { enrolments: own, assessments: open, elsewhere }
}

const seesOthers = async (db: Tx, ctx: Ctx): Promise<boolean> =>
  (await keepsDefinitions(db, ctx)) && (await db.$count(organisations)) > 1

async function tellable(db: Tx, where: ReturnType<typeof and>): Promise<number | 'few'> {
  const [people] = await db
    .select({ n: countDistinct(enrolments.patientId) })
    .from(enrolments)
    .where(where)
  return isTellable(people?.n ?? 0) ? db.$count(enrolments, where) : 'few'
}

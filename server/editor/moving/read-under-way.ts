import { and, asc, count, countDistinct, eq, gt, inArray, isNull, lte, ne, sql, sum } from 'drizzle-orm'
import { isTellable } from '../../../core/disclosure/small-groups.ts'
import { type LostKind, lostKinds } from '../../../core/outcome-sets/lost-by.ts'
import type { Ctx } from '../../ctx.ts'
import type { Tx } from '../../db/database.ts'
import { assessments, enrolments } from '../../db/schema/care.ts'
import { organisations, teams } from '../../db/schema/organisations.ts'
import { responses } from '../../db/schema/outcomes.ts'
import type { Deps } from '../../deps.ts'
import { keepsDefinitions } from '../../organisations/keeper.ts'
import { type Earlier, earlierThan, isHeld, isUnderWay } from './held.ts'

/**
 * Who is under way with other versions of a set than this one, in the caller's own organisation: care paths by team, and
 * what is open and not sent. `held` of them could not go on with this version, and `heldBy` counts them by what they hold
 * on to: one may hold on to several. `elsewhere` is for the keeper, who publishes
 * for all: care paths of the other organisations together, 'few' where they are of a small group; null where there is no
 * other, and for everybody else.
 */
export async function readUnderWay(
  { db, definitions, now }: Pick<Deps, 'db' | 'definitions' | 'now'>,
  ctx: Ctx,
  versionId: string,
) {
  const next = await definitions.version(versionId)
  const all = await definitions.everPublished([next.set.id])
  const earlier = earlierThan(next, all.values())
  const own = and(isUnderWay(earlier), eq(enrolments.organisationId, ctx.organisationId))
  const isOther = and(isUnderWay(earlier), ne(enrolments.organisationId, ctx.organisationId))
  const byTeam = await readTeams(db, own)
  return {
    enrolments: byTeam.reduce((sum, one) => sum + one.paths, 0),
    teams: byTeam,
    ...(await readOpen(db, ctx, earlier, now().toISOString())),
    ...(await readHeld(db, own, earlier)),
    elsewhere: (await seesOthers(db, ctx)) ? await tellable(db, isOther) : null,
  }
}

type Where = ReturnType<typeof and>

const readTeams = (db: Tx, own: Where) =>
  db
    .select({ name: teams.name, paths: count(enrolments.id).mapWith(Number) })
    .from(enrolments)
    .innerJoin(teams, eq(teams.id, enrolments.teamId))
    .where(own)
    .groupBy(teams.id, teams.name)
    .orderBy(asc(teams.name))

async function readHeld(db: Tx, own: Where, earlier: readonly Earlier[]) {
  const kinds = lostKinds.filter((kind) => earlier.some(({ lost }) => lost[kind].length > 0))
  if (kinds.length === 0) return { held: 0, heldBy: {} }
  const among = (some: readonly LostKind[]) =>
    sum(sql`case when ${isHeld(db, earlier, some)} then 1 else 0 end`).mapWith(Number)
  const of = Object.fromEntries(kinds.map((kind) => [kind, among([kind])]))
  const [{ held, ...heldBy } = { held: 0 }] = await db
    .select({ held: among(kinds), ...of })
    .from(enrolments)
    .where(own)
  return { held: held ?? 0, heldBy: heldBy as Partial<Record<LostKind, number>> }
}

async function readOpen(db: Tx, { organisationId }: Ctx, earlier: readonly Earlier[], now: string) {
  const ownTeams = db.select({ id: teams.id }).from(teams).where(eq(teams.organisationId, organisationId))
  const versions = earlier.map(({ id }) => id)
  const [open] = await db
    .select({
      assessments: count(assessments.id).mapWith(Number),
      patients: countDistinct(assessments.patientId).mapWith(Number),
      begun: count(responses.id).mapWith(Number),
    })
    .from(assessments)
    .leftJoin(responses, eq(responses.assessmentId, assessments.id))
    .where(
      and(
        inArray(assessments.teamId, ownTeams),
        inArray(assessments.setVersionId, versions),
        lte(assessments.opensAt, now),
        gt(assessments.closesAt, now),
        isNull(assessments.withdrawnAt),
        isNull(assessments.declinedAt),
        isNull(responses.submittedAt),
      ),
    )
  return open ?? { assessments: 0, patients: 0, begun: 0 }
}

const seesOthers = async (db: Tx, ctx: Ctx): Promise<boolean> =>
  (await keepsDefinitions(db, ctx)) && (await db.$count(organisations)) > 1

async function tellable(db: Tx, where: Where): Promise<number | 'few'> {
  const [people] = await db
    .select({ n: countDistinct(enrolments.patientId) })
    .from(enrolments)
    .where(where)
  return isTellable(people?.n ?? 0) ? db.$count(enrolments, where) : 'few'
}

import { and, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Publication } from '../../core/publication/publication.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { isUniqueViolation } from '../db/errors.ts'
import { publications } from '../db/schema/improving.ts'
import { teams } from '../db/schema/organisations.ts'
import { staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { conflict, notFound, Problem } from '../http/problem.ts'
import { ledTeams } from '../staff/leads.ts'
import { askBeside } from './beside/ask.ts'
import type { Team } from './scope.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId' | 'definitions' | 'beside'>

/** After so long a proposal says what was, and waits in vain: what is proposed anew says what is. */
const PROPOSAL_LIVES = 92 * 86_400_000 // milliseconds

/** The lead proposes what the team would show: fixed as it is now, public once the board agreed. */
export async function proposePublication(deps: Tools, ctx: Ctx, team: Team): Promise<{ id: string }> {
  const content = await askBeside(deps, 'publication', { team })
  const id = deps.newId('pub')
  const at = deps.now().toISOString()
  const write = deps.db.transaction(async (tx) => {
    await tx
      .insert(publications)
      .values({ id, teamId: team.id, content, proposedBy: ctx.actor.id, proposedAt: at })
    await note(tx, deps, ctx, 'C', 'publication.proposed', id)
  })
  await write.catch((error: unknown) => {
    throw isUniqueViolation(error) ? conflict('already_proposed', 'There is a proposal already') : error
  })
  return { id }
}

/**
 * The board agrees: it is public, and what was public before no longer is. 403 ('own_work') for whoever proposed it, 409
 * when it no longer waits, or is older than a quarter.
 */
export async function approvePublication(deps: Tools, ctx: Ctx, id: string): Promise<void> {
  const at = deps.now().toISOString()
  await deps.db.transaction(async (tx) => {
    const { teamId, proposedBy, proposedAt } = await withinReach(tx, deps, ctx, id)
    if (Date.parse(at) - Date.parse(proposedAt) > PROPOSAL_LIVES)
      throw conflict('proposal_old', 'These figures are older than a quarter: have them proposed anew')
    if (proposedBy === ctx.actor.id)
      throw new Problem(403, 'own_work', 'Whoever proposed it does not approve it')
    await tx
      .update(publications)
      .set({ endedAt: at, endedBy: ctx.actor.id })
      .where(
        and(
          eq(publications.teamId, teamId),
          isNotNull(publications.approvedAt),
          isNull(publications.endedAt),
        ),
      )
    const approved = await tx
      .update(publications)
      .set({ approvedAt: at, approvedBy: ctx.actor.id })
      .where(and(eq(publications.id, id), isNull(publications.approvedAt), isNull(publications.endedAt)))
      .returning({ id: publications.id })
    if (approved.length === 0) throw conflict('not_waiting', 'This proposal no longer waits')
    await note(tx, deps, ctx, 'U', 'publication.approved', id)
  })
}

/** Refused, taken back, or no longer shown. */
export async function endPublication(deps: Tools, ctx: Ctx, id: string): Promise<void> {
  await deps.db.transaction(async (tx) => {
    await withinReach(tx, deps, ctx, id)
    const ended = await tx
      .update(publications)
      .set({ endedAt: deps.now().toISOString(), endedBy: ctx.actor.id })
      .where(and(eq(publications.id, id), isNull(publications.endedAt)))
      .returning({ id: publications.id })
    if (ended.length === 0) throw conflict('not_waiting', 'This has ended already')
    await note(tx, deps, ctx, 'U', 'publication.ended', id)
  })
}

const note = (tx: Tx, deps: Tools, ctx: Ctx, action: 'C' | 'U', type: string, id: string) =>
  record(tx, deps, ctx, { action, type, object: { type: 'publication', id } })

/** A publication of the caller's organisation; of a lead only those of the teams they lead. */
async function withinReach(tx: Tx, deps: Pick<Deps, 'now'>, ctx: Ctx, id: string) {
  const [found] = await tx
    .select({
      teamId: publications.teamId,
      proposedBy: publications.proposedBy,
      proposedAt: publications.proposedAt,
    })
    .from(publications)
    .innerJoin(teams, eq(teams.id, publications.teamId))
    .where(and(eq(publications.id, id), await inReach(tx, deps, ctx)))
  if (!found) throw notFound('publication')
  return found
}

async function inReach(db: Tx, { now }: Pick<Deps, 'now'>, ctx: Ctx) {
  const own = eq(teams.organisationId, ctx.organisationId)
  if (ctx.roles.includes('board')) return own
  const led = await ledTeams(db, ctx, now())
  return and(own, inArray(teams.id, [...led.map(({ id }) => id), '']))
}

/** What waits and what is public, of the teams that the caller leads; of all teams for the board. */
export async function readPublications({ db, now }: Pick<Deps, 'db' | 'now'>, ctx: Ctx) {
  const rows = await db
    .select({
      id: publications.id,
      teamId: teams.id,
      content: publications.content,
      proposedBy: staff.name,
      proposedAt: publications.proposedAt,
      approvedAt: publications.approvedAt,
    })
    .from(publications)
    .innerJoin(teams, eq(teams.id, publications.teamId))
    .innerJoin(staff, eq(staff.id, publications.proposedBy))
    .where(and(await inReach(db, { now }, ctx), isNull(publications.endedAt)))
    .orderBy(desc(publications.proposedAt))
  return rows.map((row) => ({ ...row, content: row.content as Publication }))
}

/** What anybody may see: of one team, or of all. */
export async function readPublic(db: Tx, teamId?: string) {
  const rows = await db
    .select({
      teamId: publications.teamId,
      content: publications.content,
      approvedAt: publications.approvedAt,
    })
    .from(publications)
    .where(
      and(
        isNotNull(publications.approvedAt),
        isNull(publications.endedAt),
        teamId === undefined ? undefined : eq(publications.teamId, teamId),
      ),
    )
    .orderBy(publications.teamId)
  return rows.map((row) => ({
    ...row,
    content: row.content as Publication,
    approvedAt: row.approvedAt ?? '',
  }))
}

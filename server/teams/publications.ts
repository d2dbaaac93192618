import { and, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { localDate } from '../../core/dates.ts'
import { chartKindOf } from '../../core/improvement.ts'
import { type Publication, roundForAll } from '../../core/publication.ts'
import { wholeOf } from '../../core/series.ts'
import type { Localised } from '../../core/words.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { isUniqueViolation } from '../db/errors.ts'
import { publications } from '../db/schema/improving.ts'
import { teams } from '../db/schema/organisations.ts'
import { staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { conflict, notFound, Problem, refused } from '../http/problem.ts'
import { readOrganisationName } from '../organisations/store.ts'
import { ledTeams } from '../staff/leads.ts'
import { unitOf } from './charts.ts'
import { wholeQuarters } from './comparison.ts'
import { readSource } from './indicator-source.ts'
import type { Team } from './scope.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId' | 'definitions'>

const QUARTERS = 4

/** What a team would show today: the last four whole quarters. */
async function compose({ db, definitions, now }: Tools, team: Team): Promise<Publication> {
  const version = await definitions.current(team.outcomeSet)
  if (!version) throw refused('no_outcome_set', 'This team has no published outcome set')
  const instant = now().toISOString()
  const months = wholeQuarters(localDate(instant, team.zone), QUARTERS)
  const look = { team, version, months, now: instant }
  const figures: Publication['figures'] = []
  for (const one of version.set.indicators) {
    const { isEvent, unit, range } = unitOf(version, one)
    const kind = chartKindOf(one.count, isEvent)
    const { id, title, side, direction, numerator, denominator, exclusions, window, source } = one
    const told = roundForAll(kind, wholeOf(await readSource(db, look, one)))
    const definition = { id, title, side, direction, numerator, denominator, exclusions, window, source }
    figures.push({
      ...definition,
      kind,
      unit: unit ?? outOf(range),
      unverified: one.unverified === true,
      ...told,
    })
  }
  const answered = version.set.indicators.find(({ count }) => count.kind === 'answered')
  return {
    organisation: (await readOrganisationName(db, team.organisationId)) ?? '',
    team: team.name,
    group: version.set.patientGroup.title,
    about: version.set.about,
    ...months,
    response: figures.find(({ id }) => id === answered?.id)?.value ?? null,
    figures,
  }
}

/** A score says between what it lies. */
const outOf = (range: readonly [number, number] | null): Localised | null =>
  range && { nl: `(van ${range[0]} tot ${range[1]})`, en: `(from ${range[0]} to ${range[1]})` }

/** The lead proposes what the team would show: fixed as it is now, public once the board agreed. */
export async function proposePublication(deps: Tools, ctx: Ctx, team: Team): Promise<{ id: string }> {
  const content = await compose(deps, team)
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
 * when it no longer waits.
 */
export async function approvePublication(deps: Tools, ctx: Ctx, id: string): Promise<void> {
  const at = deps.now().toISOString()
  await deps.db.transaction(async (tx) => {
    const { teamId, proposedBy } = await withinReach(tx, deps, ctx, id)
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
    .select({ teamId: publications.teamId, proposedBy: publications.proposedBy })
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

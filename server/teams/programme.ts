import { count, eq, inArray } from 'drizzle-orm'
import { mayDo } from '../../core/access/access.ts'
import type { Programme, ProgrammeFigure } from '../../core/figures/programme.ts'
import type { TeamFunnel } from '../../core/figures/team-outcomes.ts'
import { localDate } from '../../core/time/dates.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { improvements } from '../db/schema/improving.ts'
import { organisations } from '../db/schema/organisations.ts'
import type { Deps } from '../deps.ts'
import { askBeside } from './beside/ask.ts'
import { wholeQuarters } from './comparison.ts'
import { programmeTeams, type Team } from './scope.ts'

const QUARTERS = 4

/** Whether the programme works, team by team: the two figures over four whole quarters, and what is being improved. */
export async function readProgramme(
  deps: Pick<Deps, 'db' | 'now' | 'definitions' | 'beside'>,
  ctx: Ctx,
): Promise<Programme> {
  const visible = await programmeTeams(deps.db, ctx)
  const [home] = await deps.db
    .select({ sharesSince: organisations.sharesSince, zone: organisations.timeZone })
    .from(organisations)
    .where(eq(organisations.id, ctx.organisationId))
  const months = wholeQuarters(localDate(deps.now().toISOString(), home?.zone ?? 'UTC'), QUARTERS)
  const improved = await countImprovements(
    deps.db,
    visible.map(({ id }) => id),
  )
  const funnels = await askBeside(deps, 'funnels', { teams: visible, months })
  const versions = await deps.definitions.currents(visible.map(({ outcomeSet }) => outcomeSet))
  const teams = visible.map((team) => ({
    ...named(team, ctx),
    group: versions.get(team.outcomeSet)?.set.patientGroup.title ?? null,
    started: figureOf(funnels.get(team.id), 'started'),
    discussed: figureOf(funnels.get(team.id), 'discussed'),
    improvements: improved(team.id),
  }))
  const mayShare = ctx.roles.some((role) => mayDo(role, 'programme:share'))
  return { ...months, teams, sharesSince: home?.sharesSince ?? null, mayShare }
}

const figureOf = (funnel: TeamFunnel | undefined, name: 'started' | 'discussed'): ProgrammeFigure => ({
  now: funnel?.total?.[name] ?? null,
  before: funnel?.before.total?.[name] ?? null,
  move: funnel?.moves[name] ?? 'too-few',
})

const named = ({ id, name, organisation, organisationId }: Team, ctx: Ctx) => ({
  id,
  name,
  organisation,
  own: organisationId === ctx.organisationId,
})

async function countImprovements(db: Tx, teamIds: readonly string[]) {
  const { teamId, state } = improvements
  const rows = await db
    .select({ teamId, state, n: count().mapWith(Number) })
    .from(improvements)
    .where(inArray(teamId, [...teamIds, '']))
    .groupBy(teamId, state)
  return (id: string) => {
    const of = (wanted: string) => rows.find((row) => row.teamId === id && row.state === wanted)?.n ?? 0
    return { open: of('open'), adopted: of('adopted'), abandoned: of('abandoned') }
  }
}

/** The board lets programme managers of the region see the figures of its teams, or no longer: then its own see no others. */
export async function shareWithRegion(
  deps: Pick<Deps, 'db' | 'now' | 'newId'>,
  ctx: Ctx,
  shared: boolean,
): Promise<void> {
  const sharesSince = shared ? deps.now().toISOString() : null
  await deps.db.transaction(async (tx) => {
    await tx.update(organisations).set({ sharesSince }).where(eq(organisations.id, ctx.organisationId))
    await record(tx, deps, ctx, {
      action: 'U',
      type: shared ? 'programme.shared' : 'programme.unshared',
      object: { type: 'organisation', id: ctx.organisationId },
    })
  })
}

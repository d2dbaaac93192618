import { and, eq, isNotNull, or } from 'drizzle-orm'
import { compare } from '../../core/comparison.ts'
import { localDate } from '../../core/dates.ts'
import { type Months, monthOf, moveMonth, startOfMonth } from '../../core/months.ts'
import type { ComparedBy, TeamComparison, UnitName } from '../../core/team-comparison.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { teams } from '../db/schema/organisations.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import { refused } from '../http/problem.ts'
import { type Adjustable, isAdjustable, isRecorded, readComparable } from './comparison-rows.ts'
import { scaleOf } from './indicator-source.ts'
import type { Team } from './scope.ts'

/** Two years of whole quarters: a period nobody chooses, so that none can be taken from another. */
const QUARTERS = 8

/** Beside fewer other teams than this one would be its own norm. */
const LEAST_OTHER_TEAMS = 3

export type ComparisonAsked = { indicator?: string | undefined; by: ComparedBy }

/** A team beside others, adjusted for case mix; nothing while its lead has not opened it. */
export async function readComparison(
  { db, definitions, now }: Pick<Deps, 'definitions' | 'now'> & { db: Tx },
  team: Team,
  { indicator: id, by }: ComparisonAsked,
): Promise<Omit<TeamComparison, 'mayOpen'>> {
  const about = { team: { id: team.id, name: team.name }, openSince: team.comparesSince }
  if (team.comparesSince === null) return { ...about, result: null }
  const version = await definitions.current(team.outcomeSet)
  if (!version) throw refused('no_outcome_set', 'This team has no published outcome set')
  const indicators = version.set.indicators.filter(isAdjustable)
  // A mean needs fewer people than a share: it is looked at first.
  const usual = indicators.find(({ count }) => count.kind === 'mean') ?? indicators[0]
  const indicator = id === undefined ? usual : indicators.find((one) => one.id === id)
  if (!indicator) throw refused('unknown_choice', 'No such indicator', { name: 'indicator' })
  const instant = now().toISOString()
  const months = wholeQuarters(localDate(instant, team.zone), QUARTERS)
  const teamIds = by === 'team' ? await takingPart(db, team) : [team.id]
  const recorded = version.set.caseMix.filter(isRecorded)
  const rows = await readComparable(db, {
    version,
    indicator,
    teamIds,
    since: startOfMonth(months.from, team.zone),
    until: startOfMonth(moveMonth(months.to, 1), team.zone),
    now: instant,
    unitOf: ({ teamId, treatment }) => (by === 'team' ? teamId : (treatment ?? '')),
  })
  const kind = indicator.count.kind === 'better' ? 'share' : 'mean'
  const comparison = compare(
    kind,
    recorded.map((one) => one.id),
    rows,
    by === 'team' ? LEAST_OTHER_TEAMS : 1,
  )
  const { names, renamed } = namesOf(by, version, team, comparison)
  return {
    ...about,
    result: {
      ...months,
      by,
      indicators: indicators.map(({ id: one, title }) => ({ id: one, title })),
      ...describe(version, indicator),
      comparison: renamed,
      names,
      adjustedFor: recorded.map(({ id: one, title }) => ({ id: one, title })),
      notRecorded: version.set.caseMix
        .filter((one) => !isRecorded(one))
        .map(({ id: one, title }) => ({ id: one, title })),
    },
  }
}

/** The last so many whole quarters. The one that is running does not count: what is not over yet would look like a low response. */
export function wholeQuarters(today: string, count: number): Months {
  const month = monthOf(today)
  const to = moveMonth(month, -((Number(month.slice(5)) - 1) % 3) - 1)
  return { from: moveMonth(to, 1 - count * 3), to }
}

/** Teams of the region with the same outcome set whose leads opened the comparison. */
async function takingPart(db: Tx, { id, outcomeSet }: Team): Promise<string[]> {
  const rows = await db
    .select({ id: teams.id })
    .from(teams)
    .where(and(eq(teams.outcomeSet, outcomeSet), or(isNotNull(teams.comparesSince), eq(teams.id, id))))
  return rows.map((row) => row.id)
}

function describe(version: SetVersion, { id, title, direction, denominator, window, count }: Adjustable) {
  const { scale } = scaleOf(version, count.measure)
  return {
    indicator: { id, title, direction, denominator, window, decimals: Math.max(1, scale.decimals) },
    range: count.kind === 'better' ? ([0, 1] as const) : scale.range,
  }
}

type Compared = ReturnType<typeof compare>

/** Other teams are numbered by how many people they have: neither their name nor their id leaves here. */
function namesOf(by: ComparedBy, { set }: SetVersion, team: Team, comparison: Compared) {
  if (by === 'treatment') {
    const names: UnitName[] = comparison.units.map(({ id }) => ({
      id,
      title: set.treatmentOptions.find((one) => one.id === id)?.title ?? null,
      own: true,
    }))
    return { names, renamed: comparison }
  }
  const sized = comparison.units.toSorted((a, b) => (b.told?.n ?? 0) - (a.told?.n ?? 0))
  const others = sized.filter(({ id }) => id !== team.id)
  const nameOf = (id: string) =>
    id === team.id ? id : `other-${others.findIndex((one) => one.id === id) + 1}`
  return {
    names: sized.map(
      ({ id }): UnitName => ({
        id: nameOf(id),
        title: id === team.id ? { nl: team.name, en: team.name } : null,
        own: id === team.id,
      }),
    ),
    renamed: {
      ...comparison,
      units: sized.map(({ id, told }) => ({ id: nameOf(id), told: told && { ...told, id: nameOf(id) } })),
    },
  }
}

/** Its lead lets the team take part, or no longer: then it sees no others, and others do not see it. */
export async function openComparison(
  deps: Pick<Deps, 'db' | 'now' | 'newId'>,
  ctx: Ctx,
  team: Team,
  open: boolean,
): Promise<void> {
  const comparesSince = open ? (team.comparesSince ?? deps.now().toISOString()) : null
  await deps.db.transaction(async (tx) => {
    await tx.update(teams).set({ comparesSince }).where(eq(teams.id, team.id))
    await record(tx, deps, ctx, {
      action: 'U',
      type: open ? 'comparison.opened' : 'comparison.closed',
      object: { type: 'team', id: team.id },
    })
  })
}

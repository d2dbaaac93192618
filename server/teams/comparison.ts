import { eq } from 'drizzle-orm'
import { compare } from '../../core/figures/comparison.ts'
import { type ComparedBy, isAmongOthers, type TeamComparison } from '../../core/figures/team-comparison.ts'
import { localDate } from '../../core/time/dates.ts'
import { type Months, monthOf, moveMonth } from '../../core/time/months.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { teams } from '../db/schema/organisations.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import { refused } from '../http/problem.ts'
import { isRecorded, readComparable } from './comparable.ts'
import { type Adjustable, isAdjustable } from './comparison-rows.ts'
import { divisionBy, namesOf } from './comparison-units.ts'
import { scaleOf } from './indicator-source.ts'
import { type Team, takingPart } from './scope.ts'

/** Two years of whole quarters: a period nobody chooses, so that none can be taken from another. */
const QUARTERS = 8

/** Beside fewer other teams or organisations than this one would be its own norm. */
const LEAST_OTHERS = 3

export type ComparisonAsked = { indicator?: string | undefined; by: ComparedBy }

/** A team beside others, adjusted for case mix; nothing while its lead has not opened it. */
export async function readComparison(
  { db, definitions, now }: Pick<Deps, 'definitions' | 'now'> & { db: Tx },
  ctx: Ctx,
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
  const compared = isAmongOthers(by) ? await takingPart(db, team) : [team]
  const recorded = version.set.caseMix.filter(isRecorded)
  const asked = { version, indicator, teams: compared, months, now: instant }
  const rows = await readComparable(db, asked, divisionBy(by, ctx, definitions))
  const kind = indicator.count.kind === 'better' ? 'share' : 'mean'
  const comparison = compare(
    kind,
    recorded.map((one) => one.id),
    rows,
    isAmongOthers(by) ? LEAST_OTHERS : 1,
  )
  const { names, renamed } = namesOf(by, version.set, team, comparison)
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

function describe(version: SetVersion, { id, title, direction, denominator, window, count }: Adjustable) {
  const { scale } = scaleOf(version, count.measure)
  return {
    indicator: { id, title, direction, denominator, window, decimals: Math.max(1, scale.decimals) },
    range: count.kind === 'better' ? ([0, 1] as const) : scale.range,
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

import type { Deps } from '../deps.ts'
import { staffContext } from '../staff/context.ts'
import { openComparison } from '../teams/comparison.ts'
import { endImprovement, readImprovements, registerImprovement } from '../teams/improvements.ts'
import { setPrices } from '../teams/prices.ts'
import { approvePublication, proposePublication, readPublic } from '../teams/publications.ts'
import { visibleTeam } from '../teams/scope.ts'
import type { SeededTeam } from './people.ts'
import { askColleagues } from './rounds.ts'
import { pricesOf, tried } from './tried.ts'

/** Something that a team tried: begun this many days before the start of the demo, and ended later or not yet. */
export type DemoImprovement = {
  daysAgo: number
  title: string
  changed: string
  expected: string
  indicator: string
  ended?: { daysAgo: number; state: 'adopted' | 'abandoned'; learnt: string }
}

/** A hospital filled in its prices so many days before the start of the demo. */
const PRICED = 60
/** … and the teams that are used to it take part in the comparison since. */
const OPENED = 100
/** … and one team shows its outcomes, with the board’s approval. */
const SHOWN = 5

/** What teams try on this day, and what they conclude: registered by their lead, once. */
export async function improve(
  deps: Deps,
  teams: readonly SeededTeam[],
  daysAgo: number,
  date: string,
): Promise<void> {
  if (daysAgo === PRICED) for (const team of teams) await price(deps, team)
  if (daysAgo === OPENED) for (const team of teams) await open(deps, team)
  if (daysAgo === SHOWN) for (const team of teams) await show(deps, team)
  await askColleagues(deps, teams, daysAgo)
  for (const team of teams) await follow(deps, team, daysAgo, date)
}

async function follow(deps: Deps, team: SeededTeam, daysAgo: number, date: string) {
  for (const { ended, daysAgo: begun, ...improvement } of tried[team.key] ?? []) {
    if (begun === daysAgo) await begin(deps, team, { ...improvement, startedOn: date })
    if (ended?.daysAgo === daysAgo) await conclude(deps, team, improvement.title, ended)
  }
}

/** Who approves for the hospital of the team that shows its outcomes. */
const BOARD = 'sta_loes'

const leadOf = ({ people }: SeededTeam) => people.find(({ ctx }) => ctx.roles.includes('team-lead'))?.ctx

async function begin(
  deps: Deps,
  team: SeededTeam,
  improvement: Omit<DemoImprovement, 'daysAgo' | 'ended'> & { startedOn: string },
) {
  const ctx = leadOf(team)
  const known = await readImprovements(deps.db, team.id)
  if (!ctx || known.some(({ title }) => title === improvement.title)) return
  await registerImprovement(deps, ctx, await visibleTeam(deps.db, ctx, team.id), improvement)
}

async function conclude(
  deps: Deps,
  team: SeededTeam,
  title: string,
  { state, learnt }: NonNullable<DemoImprovement['ended']>,
) {
  const ctx = leadOf(team)
  const known = await readImprovements(deps.db, team.id)
  const running = known.find((one) => one.title === title && one.state === 'open')
  if (ctx && running)
    await endImprovement(deps, ctx, await visibleTeam(deps.db, ctx, team.id), running.id, { state, learnt })
}

async function price(deps: Deps, team: SeededTeam) {
  const ctx = leadOf(team)
  const version = await deps.definitions.current(team.outcomeSet)
  const given = pricesOf[team.key]
  if (ctx && version && given)
    await setPrices(deps, ctx, await visibleTeam(deps.db, ctx, team.id), version, {
      source: 'kostprijslijst 2026 (verzonnen)',
      prices: Object.entries(given).map(([activity, euros]) => ({ activity, cents: euros * 100 })),
    })
}

async function open(deps: Deps, team: SeededTeam) {
  const ctx = leadOf(team)
  if (ctx && team.compares) await openComparison(deps, ctx, await visibleTeam(deps.db, ctx, team.id), true)
}

async function show(deps: Deps, team: SeededTeam) {
  const ctx = leadOf(team)
  const board = team.shows && (await staffContext(deps.db, BOARD, deps.now()))
  if (!ctx || !board || (await readPublic(deps.db, team.id)).length > 0) return
  const { id } = await proposePublication(deps, ctx, await visibleTeam(deps.db, ctx, team.id))
  await approvePublication(deps, board, id)
}

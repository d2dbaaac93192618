import type { Deps } from '../deps.ts'
import { endImprovement, readImprovements, registerImprovement } from '../teams/improvements.ts'
import { visibleTeam } from '../teams/scope.ts'
import type { SeededTeam } from './people.ts'
import { tried } from './tried.ts'

/** Something that a team tried: begun this many days before the start of the demo, and ended later or not yet. */
export type DemoImprovement = {
  daysAgo: number
  title: string
  changed: string
  expected: string
  indicator: string
  ended?: { daysAgo: number; state: 'adopted' | 'abandoned'; learnt: string }
}

/** What teams try on this day, and what they conclude: registered by their lead, once. */
export async function improve(
  deps: Deps,
  teams: readonly SeededTeam[],
  daysAgo: number,
  date: string,
): Promise<void> {
  for (const team of teams)
    for (const { ended, daysAgo: begun, ...improvement } of tried[team.key] ?? []) {
      if (begun === daysAgo) await begin(deps, team, { ...improvement, startedOn: date })
      if (ended?.daysAgo === daysAgo) await conclude(deps, team, improvement.title, ended)
    }
}

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

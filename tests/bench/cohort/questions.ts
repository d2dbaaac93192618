import { lastMonths } from '../../../core/months.ts'
import { systemCtx } from '../../../server/ctx.ts'
import { chanceOf } from '../../../server/demo/random.ts'
import { totalsByMonth } from '../../../server/figures/store.ts'
import { readOutcomes } from '../../../server/teams/outcomes.ts'
import { visibleTeam } from '../../../server/teams/scope.ts'
import type { CohortWorld } from './world.ts'

const SCALES = [
  { instrument: 'hip-knee', scale: 'pain' },
  { instrument: 'hip-knee', scale: 'function' },
  { instrument: 'everyday-body', scale: 'fatigue' },
  { instrument: 'everyday-life', scale: 'quality_of_life' },
]
const WARM_UP = 50
const ZONE = 'Europe/Amsterdam'

/** Milliseconds of what a chart of means asks: one scale of a team at every moment, per month of ten years; by chance. */
export async function timeMeans(world: CohortWorld, times: number): Promise<number[]> {
  const chance = chanceOf('questions')
  const years = lastMonths(world.now().toISOString(), ZONE, 120)
  return timed(times, async () => {
    const of = { teamId: chance.pick(world.teams), ...chance.pick(SCALES), ...years }
    const found = await totalsByMonth(world.db, of, new Map())
    if (found.length === 0) throw new Error('A team without figures was asked')
  })
}

/** Milliseconds of the first view of a team's page, of everybody over a year; of teams by chance. */
export async function timePage(world: CohortWorld, times: number): Promise<number[]> {
  const chance = chanceOf('pages')
  const year = lastMonths(world.now().toISOString(), ZONE, 12)
  return timed(times, async () => {
    const id = chance.pick(world.teams)
    const ctx = { ...systemCtx(world.organisationOf(id), 'bench'), teamIds: [id] }
    const team = await visibleTeam(world.db, ctx, id)
    const shown = await readOutcomes(world, { team, months: year, asked: {}, staffId: null })
    if (shown.moments.length === 0) throw new Error('A team without answers was asked')
  })
}

async function timed(times: number, ask: () => Promise<void>): Promise<number[]> {
  const waits: number[] = []
  const before = Math.min(WARM_UP, times)
  for (let turn = 0; turn < times + before; turn++) {
    const start = performance.now()
    await ask()
    waits.push(performance.now() - start)
  }
  return waits.slice(before)
}

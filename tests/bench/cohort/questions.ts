import { lastMonths } from '../../../core/time/months.ts'
import { systemCtx } from '../../../server/ctx.ts'
import { chanceOf } from '../../../server/demo/random.ts'
import { totalsByMonth } from '../../../server/figures/store.ts'
import { askBeside } from '../../../server/teams/beside/ask.ts'
import { openBeside } from '../../../server/teams/beside/open.ts'
import { forViewer } from '../../../server/teams/outcomes.ts'
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

/**
 * Milliseconds of the first view of a team's page, of everybody over a year; of teams by chance, each worked out beforehand
 * as the server does every day.
 */
export async function timePage(world: CohortWorld, times: number): Promise<number[]> {
  const chance = chanceOf('pages')
  const months = lastMonths(world.now().toISOString(), ZONE, 12)
  const beside = openBeside(world.url, world)
  const look = async (id: string) => {
    const ctx = { ...systemCtx(world.organisationOf(id), 'bench'), teamIds: [id] }
    const team = await visibleTeam(world.db, ctx, id)
    const given = { team, months, asked: {}, staffId: null }
    const shown = forViewer(await askBeside({ ...world, beside: beside.ask }, 'outcomes', given), ctx)
    if (shown.moments.length === 0) throw new Error('A team without answers was asked')
  }
  try {
    const asked = Array.from({ length: times + WARM_UP }, () => chance.pick(world.teams))
    for (const id of new Set(asked)) await look(id)
    return await timed(times, () => look(asked.pop() ?? ''))
  } finally {
    await beside.close()
  }
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

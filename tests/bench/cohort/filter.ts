import { monitorEventLoopDelay } from 'node:perf_hooks'
import { lastMonths } from '../../../core/time/months.ts'
import { systemCtx } from '../../../server/ctx.ts'
import { askBeside } from '../../../server/teams/beside/ask.ts'
import { openBeside } from '../../../server/teams/beside/open.ts'
import { visibleTeam } from '../../../server/teams/scope.ts'
import type { CohortWorld } from './world.ts'

const AGES = ['under-65', '65-74', '75-and-over']
const WARM_UP = 2

/** Milliseconds of a free filter over one large team, and the longest that the server itself stood still meanwhile. */
export async function timeFilters(world: CohortWorld, teamId: string, times: number) {
  const beside = openBeside(world.url, world)
  const ctx = { ...systemCtx(world.organisationOf(teamId), 'bench'), teamIds: [teamId] }
  const team = await visibleTeam(world.db, ctx, teamId)
  const months = lastMonths(world.now().toISOString(), team.zone, 12)
  const still = monitorEventLoopDelay({ resolution: 1 })
  const waits: number[] = []
  try {
    for (let turn = 0; turn < times + WARM_UP; turn++) {
      if (turn === WARM_UP) still.enable()
      const asked = { who: `age:${AGES[turn % AGES.length]}` }
      const start = performance.now()
      await askBeside({ ...world, beside: beside.ask }, 'outcomes', { team, months, asked, staffId: null })
      if (turn >= WARM_UP) waits.push(performance.now() - start)
    }
  } finally {
    still.disable()
    await beside.close()
  }
  return { waits, still: still.max / 1e6 }
}

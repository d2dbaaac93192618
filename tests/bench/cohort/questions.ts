import { lastMonths } from '../../../core/months.ts'
import { summariseCounts } from '../../../core/value-counts.ts'
import { chanceOf } from '../../../server/demo/random.ts'
import { countsByMoment, countsByMonth } from '../../../server/figures/store.ts'
import type { CohortWorld } from './world.ts'

const SCALES = [
  { instrument: 'hip-knee', scale: 'pain' },
  { instrument: 'hip-knee', scale: 'function' },
  { instrument: 'everyday-body', scale: 'fatigue' },
  { instrument: 'everyday-life', scale: 'quality_of_life' },
]
const WARM_UP = 50

/**
 * What the page of a team asks first: one scale at every moment and by treatment, and one moment over the months, of a
 * year; means with intervals and quartiles worked out. Milliseconds of each, of teams and scales by chance.
 */
export async function timeStandard(world: CohortWorld, times: number): Promise<number[]> {
  const chance = chanceOf('questions')
  const year = lastMonths(world.now().toISOString(), 'Europe/Amsterdam', 12)
  const waits: number[] = []
  for (let turn = 0; turn < times + WARM_UP; turn++) {
    const of = { teamId: chance.pick(world.teams), ...chance.pick(SCALES), ...year }
    const start = performance.now()
    const byMoment = await countsByMoment(world.db, of)
    const byMonth = await countsByMonth(world.db, { ...of, moment: 'month-3' })
    const found = [
      ...Map.groupBy(byMoment, ({ moment }) => moment).values(),
      ...Map.groupBy(byMoment, ({ moment, treatment }) => `${moment} ${treatment}`).values(),
      ...Map.groupBy(byMonth, ({ month }) => month).values(),
    ].map(summariseCounts)
    waits.push(performance.now() - start)
    if (found.length === 0) throw new Error('A team without figures was asked')
  }
  return waits.slice(WARM_UP)
}

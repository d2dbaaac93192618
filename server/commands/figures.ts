import type { Database } from '../db/database.ts'
import { rebuildFigures, verifyFigures } from '../figures/rebuild.ts'

/** Counts the running figures of all teams anew, and says so. */
export async function rebuild(database: Database): Promise<void> {
  const teams = await rebuildFigures(database)
  console.log(`The figures of ${teams} teams were counted anew.`)
}

/** Holds the running figures against the answers, beside a running server. Gives whether all are right. */
export async function verify({ snapshot }: Database): Promise<boolean> {
  const { teams, figures, wrong } = await snapshot(verifyFigures)
  console.log(`${figures} figures of ${teams} teams, ${wrong.length} wrong`)
  for (const { teamId, instrument, scale, moment, month } of wrong.slice(0, 20))
    console.log(`  ${teamId}: ${instrument} ${scale}, ${moment}, ${month}`)
  if (wrong.length > 0) console.log('`npx uitkomst figures rebuild` counts them anew.')
  return wrong.length === 0
}

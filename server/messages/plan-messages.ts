import { setImmediate as breathe } from 'node:timers/promises'
import type { Deps } from '../deps.ts'
import { pausedSets } from '../outbox/pauses.ts'
import { awakeAt } from './awake.ts'
import { drawArm, runningExperiments } from './draw-arm.ts'
import { dueMails } from './due-mails.ts'
import { planThanks } from './plan-thanks.ts'
import { writeMails } from './write-mails.ts'

/**
 * Writes into the outbox what must be asked or reminded of now, one mail per patient and local day, and thanks. Asking again
 * changes nothing, two processes may do it at once, and what was missed while nobody asked is made up for with one
 * mail. Gives the number of mails written.
 */
export async function planMessages(deps: Deps): Promise<number> {
  const now = deps.now().toISOString()
  const houses = await awakeAt(deps.db, now)
  if (houses.length === 0) return 0
  const paused = await pausedSets(deps.db)
  const experiments = await runningExperiments(deps.db)
  let written = await planThanks(deps, houses)
  for await (const mails of dueMails(deps, houses, now, paused)) {
    written += await writeMails(deps, mails, now, (mail) => drawArm(experiments, mail, now))
    await breathe()
  }
  return written
}

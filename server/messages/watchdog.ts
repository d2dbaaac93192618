import type { Deps } from '../deps.ts'
import { inTurns } from '../turns.ts'
import { lastRound } from './rounds.ts'

const EVERY_MS = 60_000

/**
 * Looks every minute whether any process still sends mail, and says so as an error in the log as long as none
 * does: nobody misses an invitation that never came. Gives the function that ends it.
 */
export function startWatchdog(deps: Pick<Deps, 'db' | 'now' | 'log'>): () => Promise<void> {
  let late = false
  const look = async () => {
    const { at, isLate } = await lastRound(deps)
    if (isLate)
      deps.log.error({ lastRound: at }, 'no mail is being sent: no sender has come round for five minutes')
    else if (late) deps.log.info({ lastRound: at }, 'mail is being sent again')
    late = isLate
  }
  return inTurns(deps, look, { every: EVERY_MS, fails: 'the watchdog of mail failed', startsNow: false })
}

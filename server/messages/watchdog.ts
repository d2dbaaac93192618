import type { Deps } from '../deps.ts'
import { inTurns } from '../turns.ts'
import { lastRound } from './rounds.ts'

const EVERY_MS = 60_000

type Works = Pick<Deps, 'db' | 'now' | 'log'>

/** Looks every minute, in each process, whether any process still sends mail. Gives the function that ends it. */
export const startWatchdog = (deps: Works): (() => Promise<void>) =>
  inTurns(deps, watchSender(deps), {
    every: EVERY_MS,
    fails: 'the watchdog of mail failed',
    startsNow: false,
  })

/** A look that says so as an error in the log, each time, as long as nobody sends: nobody misses a mail that never came. */
export function watchSender(deps: Works): () => Promise<void> {
  let late = false
  return async () => {
    const { at, isLate } = await lastRound(deps)
    if (isLate)
      deps.log.error({ lastRound: at }, 'no mail is being sent: no sender has come round for five minutes')
    else if (late) deps.log.info({ lastRound: at }, 'mail is being sent again')
    late = isLate
  }
}

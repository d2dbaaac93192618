import { endDueProxies } from '../acts/end-proxies.ts'
import type { Deps } from '../deps.ts'
import { inTurns } from '../turns.ts'

const QUARTER_MS = 900_000

/** Ends who answered for somebody until yesterday, soon after midnight and before mail goes, until it is stopped. */
export const startProxyRounds = (deps: Deps): (() => Promise<void>) =>
  inTurns(deps, () => endDueProxies(deps), {
    every: QUARTER_MS,
    fails: 'ending who answers for patients failed',
  })

import { endDueProxies } from '../acts/end-proxies.ts'
import { cutLastDays, doubtAddresses } from '../acts/grow-up.ts'
import type { Deps } from '../deps.ts'
import { inTurns } from '../turns.ts'

const QUARTER_MS = 900_000

async function proxyRound(deps: Deps): Promise<void> {
  await cutLastDays(deps)
  await endDueProxies(deps)
  await doubtAddresses(deps)
}

/** Ends who answered for somebody until yesterday, soon after midnight and before mail goes, and asks whose the address is of who grew up, until it is stopped. */
export const startProxyRounds = (deps: Deps): (() => Promise<void>) =>
  inTurns(deps, () => proxyRound(deps), {
    every: QUARTER_MS,
    fails: 'ending who answers for patients failed',
  })

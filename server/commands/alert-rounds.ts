import { climbAlerts } from '../acts/climb-alerts.ts'
import type { Deps } from '../deps.ts'
import { inTurns } from '../turns.ts'

/**
 * Gives and passes on alerts every few seconds until it is stopped. Apart from the sender of mail: a mail server that
 * hangs must not hold up whose turn it is.
 */
export const startAlertRounds = (deps: Deps): (() => Promise<void>) =>
  inTurns(deps, () => climbAlerts(deps), { every: 5_000, fails: 'a round of alerts failed' })

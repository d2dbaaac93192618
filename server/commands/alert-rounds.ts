import { climbAlerts } from '../acts/climb-alerts.ts'
import type { Deps } from '../deps.ts'

const EVERY_MS = 5_000

/**
 * Gives and passes on alerts every few seconds until it is stopped. Apart from the sender of mail: a mail server that
 * hangs must not hold up whose turn it is. A round that fails is written to the log; the next one comes.
 */
export function startAlertRounds(deps: Deps): () => Promise<void> {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let round = Promise.resolve()
  const next = () => {
    round = climbAlerts(deps)
      .catch((error: unknown) =>
        deps.log.error(
          { failure: error instanceof Error ? error.name : 'unknown' },
          'a round of alerts failed',
        ),
      )
      .then(() => {
        if (!stopped) timer = setTimeout(next, EVERY_MS)
      })
  }
  next()
  return () => {
    stopped = true
    clearTimeout(timer)
    return round
  }
}

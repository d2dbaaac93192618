import type { Deps } from '../deps.ts'
import { writePace } from '../responses/pace.ts'

const EVERY_MS = 60_000

/** Writes every minute, and once more when stopped, what was counted while people answered. */
export function startPaceWriter(deps: Pick<Deps, 'db' | 'newId' | 'log'>): () => Promise<void> {
  const round = () =>
    writePace(deps).catch((error: unknown) =>
      deps.log.error({ failure: error instanceof Error ? error.name : 'unknown' }, 'counts were not written'),
    )
  let last = Promise.resolve()
  const timer = setInterval(() => {
    last = last.then(round)
  }, EVERY_MS)
  return () => {
    clearInterval(timer)
    return last.then(round)
  }
}

import type { Deps } from '../deps.ts'
import { writePace } from '../responses/pace.ts'
import { inTurns } from '../turns.ts'

/** Writes every minute, and once more when stopped, what was counted while people answered. */
export function startPaceWriter(deps: Pick<Deps, 'db' | 'newId' | 'log'>): () => Promise<void> {
  const write = () => writePace(deps)
  return inTurns(deps, write, {
    every: 60_000,
    fails: 'counts were not written',
    startsNow: false,
    last: write,
  })
}

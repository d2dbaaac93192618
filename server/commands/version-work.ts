import type { Deps } from '../deps.ts'
import { moveOn } from '../editor/moving/start-moving.ts'
import { rescoreOn } from '../editor/start-rescoring.ts'
import { inTurns } from '../turns.ts'

/**
 * What a new version brings with it, some hundreds in a turn, until nothing is left that somebody asked for: earlier
 * answers are scored again, and care paths go on with it.
 */
export function startVersionWork(deps: Deps): () => Promise<void> {
  const every = 1000
  const ends = [
    inTurns(deps, () => rescoreOn(deps), { every, fails: 'earlier answers were not scored again' }),
    inTurns(deps, () => moveOn(deps), { every, fails: 'care paths did not go on with a newer version' }),
  ]
  return async () => void (await Promise.all(ends.map((end) => end())))
}

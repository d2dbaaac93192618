import type { Deps } from '../deps.ts'
import { rescoreOn } from '../editor/start-rescoring.ts'
import { inTurns } from '../turns.ts'

/** Scores earlier answers again, a thousand in a turn, until nothing is left that somebody asked for. */
export const startRescorer = (deps: Deps): (() => Promise<void>) =>
  inTurns(deps, () => rescoreOn(deps), { every: 1000, fails: 'earlier answers were not scored again' })

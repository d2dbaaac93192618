import type { Deps } from './deps.ts'

/** `every`: milliseconds from the end of a turn to the next; `fails`: what the log says of one that throws. */
type Turns = { every: number; fails: string; startsNow?: boolean; last?: () => Promise<void> }

/**
 * Does a piece of work in turns, one after the other, for as long as the program runs. A turn that fails is written to
 * the log, by its kind alone (a driver's message may quote a row); the next one comes. Gives what stops it: that waits
 * for the turn under way, and then does `last`.
 */
export function inTurns(
  { log }: Pick<Deps, 'log'>,
  work: () => Promise<unknown>,
  { every, fails, startsNow = true, last }: Turns,
): () => Promise<void> {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const carefully = async (turn: () => Promise<unknown>) => {
    try {
      await turn()
    } catch (error) {
      log.error({ failure: error instanceof Error ? error.name : 'unknown' }, fails)
    }
  }
  const wait = () => {
    if (stopped) return
    timer = setTimeout(() => {
      running = carefully(work).then(wait)
    }, every)
    timer.unref()
  }
  let running = Promise.resolve()
  if (startsNow) running = carefully(work).then(wait)
  else wait()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await running
    if (last) await carefully(last)
  }
}

import type { Deps } from '../deps.ts'

type Work<Open> = {
  /** What comes next of what is not finished, without these ids; what failed before comes last. */
  next(without: readonly string[]): Promise<Open | undefined>
  step(open: Open): Promise<void>
  /** Writes down that a step failed, for who waits for it, and until when it rests. */
  fail(id: string, rest: { failedAt: string; restsUntil: string }): Promise<unknown>
  fails: string
}

/** So many steps in one turn: a stop does not wait longer. */
const MOST = 10

/** So long a step that failed rests, in milliseconds: what is broken is not tried and logged with every turn. */
const REST = 60_000

/**
 * Goes on with work that people began; gives whether there may be more. What fails is tried again after a rest and holds
 * up nothing else.
 */
export async function workThrough<Open extends { id: string }>(
  { log, now }: Pick<Deps, 'log' | 'now'>,
  { next, step, fail, fails }: Work<Open>,
): Promise<boolean> {
  const failed: string[] = []
  for (let steps = 0; steps < MOST; steps++) {
    const open = await next(failed)
    if (!open) return false
    try {
      await step(open)
    } catch (error) {
      failed.push(open.id)
      log.error({ failure: error instanceof Error ? error.name : 'unknown', id: open.id }, fails)
      const at = now()
      await fail(open.id, { failedAt: at.toISOString(), restsUntil: later(at, REST) })
    }
  }
  return true
}

export const later = (at: Date, ms: number): string => new Date(at.getTime() + ms).toISOString()

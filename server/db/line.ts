export type Job = { run(): Promise<void>; settle(failure: Error | null): void }

/** How many transactions share one flush at most: with more of them everybody waits longer, and little is saved. */
const GROUP = 13
/** How many go along with somebody who waits at a screen. */
const ALONG = 4

/** Those who wait to write, and the groups in which they go: one group at a time. */
export function lineOf(runGroup: (jobs: readonly Job[]) => Promise<void>) {
  const queue: Job[] = []
  const ahead: Job[] = []
  let open: Promise<void> | undefined
  let planned = false

  const isIdle = () => queue.length === 0 && ahead.length === 0

  // One turn of the event loop: whoever arrives in it joins, whoever reads goes first.
  function plan() {
    if (planned || open || isIdle()) return
    planned = true
    setImmediate(() => {
      planned = false
      const size = ahead.length > 0 ? ALONG : GROUP
      open = runGroup([...ahead.splice(0), ...queue.splice(0, size)]).finally(() => {
        open = undefined
        plan()
      })
    })
  }

  return {
    join(job: Job, isAhead: boolean) {
      const line = isAhead ? ahead : queue
      line.push(job)
      plan()
    },
    isOpen: () => open !== undefined,
    /** Resolves when no group is open. */
    async quiet() {
      while (open) await open
    },
    /** Resolves when nothing waits any more: whoever was promised an answer has it. */
    async drained() {
      while (open || !isIdle()) await (open ?? new Promise(setImmediate))
    },
  }
}

import { AsyncLocalStorage } from 'node:async_hooks'
import type { Database as Client } from 'better-sqlite3'

type Job = { run(): Promise<void>; settle(failure: Error | null): void }

/** How many transactions share one flush at most: with more of them everybody waits longer, and little is saved. */
const GROUP = 16
/** How many groups share a flush where what was written can be written again. */
const HELD = 256

/**
 * The one place where SQLite's single writer is shared: transactions that wait together run one after the
 * other, each in its own savepoint, and are answered after one common flush (group commit).
 * Nothing nests; `quiet` resolves when no group is open, for those who only read.
 */
export function openGate(client: Client) {
  const [begin, commit, rollback] = [
    client.prepare('begin immediate'),
    client.prepare('commit'),
    client.prepare('rollback'),
  ]
  const [mark, keep, undo] = [
    client.prepare('savepoint one'),
    client.prepare('release one'),
    client.prepare('rollback to one'),
  ]
  const queue: Job[] = []
  const ahead: Job[] = []
  const inside = new AsyncLocalStorage<true>()
  let open: Promise<void> | undefined
  let planned = false
  let holding = false
  let held = 0

  async function runGroup() {
    const group = [...ahead.splice(0), ...queue.splice(0, GROUP)]
    let failure: Error | null = null
    try {
      if (!client.inTransaction) begin.run()
      for (const job of group) await job.run()
      flush()
    } catch (error) {
      failure = error instanceof Error ? error : new Error('The group failed') // begin, commit, a full disk: nobody of the group is stored
      if (client.inTransaction) rollback.run()
    }
    for (const job of group) job.settle(failure)
  }

  function flush() {
    held = holding ? (held + 1) % HELD : 0
    if (held === 0) commit.run()
  }

  const isIdle = () => queue.length === 0 && ahead.length === 0

  // One turn of the event loop: whoever arrives in it joins, whoever reads goes first.
  function plan() {
    if (planned || open || isIdle()) return
    planned = true
    setImmediate(() => {
      planned = false
      open = runGroup().finally(() => {
        open = undefined
        plan()
      })
    })
  }

  /** Waits for its turn in a group; what it gave or threw is told after the flush. */
  function inGroup<T>(work: () => Promise<T>, line = queue): Promise<T> {
    if (inside.getStore()) return Promise.reject(new Error('Transactions do not nest'))
    return new Promise((resolve, reject) => {
      let answer = () => {}
      const run = async () => {
        try {
          const result = await work()
          answer = () => resolve(result)
        } catch (error) {
          if (!client.inTransaction) throw error // SQLite itself rolled everything back
          answer = () => reject(error)
        }
      }
      line.push({ run, settle: (failure) => (failure ? reject(failure) : answer()) })
      plan()
    })
  }

  /** Several statements, all or none. `isAhead` goes before those that wait already. */
  const transaction = <T>(work: () => Promise<T>, isAhead: boolean): Promise<T> => {
    const all = async () => {
      mark.run()
      try {
        return await inside.run(true, work)
      } catch (error) {
        if (client.inTransaction) undo.run()
        throw error
      } finally {
        if (client.inTransaction) keep.run()
      }
    }
    return inGroup(all, isAhead ? ahead : queue)
  }

  async function quiet() {
    while (open) await open
  }

  /** Resolves when nothing waits any more: whoever was promised an answer has it. */
  async function drained() {
    while (open || !isIdle()) await (open ?? new Promise(setImmediate))
  }

  /** While `work` runs, transactions are answered before they are flushed: whoever dies loses the last of them. */
  async function hold<T>(work: () => Promise<T>): Promise<T> {
    holding = true
    try {
      return await work()
    } finally {
      await drained()
      holding = false
      if (client.inTransaction) flush()
    }
  }

  return {
    transaction,
    hold,
    /** For a single statement: SQLite undoes that by itself when it fails. */
    single: <T>(work: () => Promise<T>) => inGroup(work),
    quiet,
    drained,
    isOpen: () => open !== undefined,
    isInside: () => inside.getStore() === true,
  }
}

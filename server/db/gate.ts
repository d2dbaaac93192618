import { AsyncLocalStorage } from 'node:async_hooks'
import type { Database as Client } from 'better-sqlite3'

type Job = { run(): Promise<void>; settle(failure: Error | null): void }

/** How many transactions share one flush at most: more only makes the first of them wait longer. */
const GROUP = 128

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
  const inside = new AsyncLocalStorage<true>()
  let open: Promise<void> | undefined
  let planned = false

  async function runGroup() {
    const group = queue.splice(0, GROUP)
    let failure: Error | null = null
    try {
      begin.run()
      for (const job of group) await job.run()
      commit.run()
    } catch (error) {
      failure = error instanceof Error ? error : new Error('The group failed') // begin, commit, a full disk: nobody of the group is stored
      if (client.inTransaction) rollback.run()
    }
    for (const job of group) job.settle(failure)
  }

  // One turn of the event loop: whoever arrives in it joins, whoever reads goes first.
  function plan() {
    if (planned || open || queue.length === 0) return
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
  function inGroup<T>(work: () => Promise<T>): Promise<T> {
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
      queue.push({ run, settle: (failure) => (failure ? reject(failure) : answer()) })
      plan()
    })
  }

  const transaction = <T>(work: () => Promise<T>): Promise<T> =>
    inGroup(async () => {
      mark.run()
      try {
        return await inside.run(true, work)
      } catch (error) {
        if (client.inTransaction) undo.run()
        throw error
      } finally {
        if (client.inTransaction) keep.run()
      }
    })

  async function quiet() {
    while (open) await open
  }

  /** Resolves when nothing waits any more: whoever was promised an answer has it. */
  async function drained() {
    while (open || queue.length > 0) await (open ?? new Promise(setImmediate))
  }

  return {
    transaction,
    /** For a single statement: SQLite undoes that by itself when it fails. */
    single: inGroup,
    quiet,
    drained,
    isOpen: () => open !== undefined,
    isInside: () => inside.getStore() === true,
  }
}

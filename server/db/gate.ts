import { AsyncLocalStorage } from 'node:async_hooks'
import type { Database as Client } from 'better-sqlite3'
import { lineOf } from './line.ts'

/** How many groups share a flush where what was written can be written again. */
const HELD = 256

/**
 * The one place where SQLite's single writer is shared: transactions that wait together run one after the
 * other, each in its own savepoint, and are answered after one common flush (group commit).
 * Nothing nests; `quiet` resolves when no group is open, for those who only read.
 */
export function openGate(client: Client) {
  const flush = flushesOf(client)
  const takeBackAlone = savepointsOf(client)
  const inside = new AsyncLocalStorage<true>()
  const line = lineOf(async (jobs) => {
    let failure: Error | null = null
    try {
      flush.begin()
      for (const job of jobs) await job.run()
      flush.end()
    } catch (error) {
      failure = error instanceof Error ? error : new Error('The group failed') // begin, commit, a full disk: nobody of the group is stored
      flush.undo()
    }
    for (const job of jobs) job.settle(failure)
  })

  /** Waits for its turn in a group; what it gave or threw is told after the flush. */
  function inGroup<T>(work: () => Promise<T>, isAhead = false): Promise<T> {
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
      line.join({ run, settle: (failure) => (failure ? reject(failure) : answer()) }, isAhead)
    })
  }

  return {
    /** Several statements, all or none. `isAhead` goes before those that wait already. */
    transaction: <T>(work: () => Promise<T>, isAhead: boolean): Promise<T> =>
      inGroup(() => takeBackAlone(() => inside.run(true, work)), isAhead),
    /** Thousands of rows: without a savepoint, which keeps a copy of each page and looks through them at each statement. Where it fails, so does its group. */
    whole: <T>(work: () => Promise<T>): Promise<T> =>
      inGroup(() => flush.whole(() => inside.run(true, work))),
    /** For a single statement: SQLite undoes that by itself when it fails. */
    single: <T>(work: () => Promise<T>) => inGroup(work),
    /** While `work` runs, transactions are answered before they are flushed: whoever dies loses the last of them. */
    hold: <T>(work: () => Promise<T>) => flush.hold(work, line.drained),
    quiet: line.quiet,
    drained: line.drained,
    isOpen: line.isOpen,
    isInside: () => inside.getStore() === true,
  }
}

/** The transaction of a group: begun before its first job and flushed after its last. */
function flushesOf(client: Client) {
  const [begin, commit, rollback] = [
    client.prepare('begin immediate'),
    client.prepare('commit'),
    client.prepare('rollback'),
  ]
  let holding = false
  let held = 0
  const end = () => {
    held = holding ? (held + 1) % HELD : 0
    if (held === 0) commit.run()
  }
  const undo = () => {
    if (client.inTransaction) rollback.run()
  }
  return {
    begin: () => {
      if (!client.inTransaction) begin.run()
    },
    end,
    undo,
    async whole<T>(work: () => Promise<T>): Promise<T> {
      try {
        return await work()
      } catch (error) {
        undo()
        throw error
      }
    },
    async hold<T>(work: () => Promise<T>, drained: () => Promise<void>): Promise<T> {
      holding = true
      try {
        return await work()
      } finally {
        await drained()
        holding = false
        if (client.inTransaction) end()
      }
    },
  }
}

/** Lets one piece of work fail without the others of its group. */
function savepointsOf(client: Client) {
  const [mark, keep, undo] = [
    client.prepare('savepoint one'),
    client.prepare('release one'),
    client.prepare('rollback to one'),
  ]
  return async <T>(work: () => Promise<T>): Promise<T> => {
    mark.run()
    try {
      return await work()
    } catch (error) {
      if (client.inTransaction) undo.run()
      throw error
    } finally {
      if (client.inTransaction) keep.run()
    }
  }
}

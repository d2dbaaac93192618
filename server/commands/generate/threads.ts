import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Fill } from './generate.ts'
import type { Share } from './share.ts'

/** What a thread is told, and what it says. */
export type Told = { kind: 'make'; share: Share } | { kind: 'write' } | { kind: 'close' }
export type Heard = { kind: 'made' } | { kind: 'written'; scores: number }

/** More would only wait for each other: one writes at a time, and making takes about as long as writing. */
const MOST = 4

/** Threads that make rows while one of them writes. Where one fails, all end. */
export const fillBeside =
  (databaseUrl: string): Fill =>
  async (shares, heard) => {
    const count = Math.min(shares.length, availableParallelism() + 1, MOST)
    const threads = Array.from({ length: count }, () => openThread(databaseUrl))
    const left = shares.values() // each takes the next that nobody has
    let scores = 0
    let before: Promise<unknown> = Promise.resolve()
    const written = (thread: Thread) => {
      const mine = before.then(() => thread.tell({ kind: 'write' }))
      before = mine
      return mine
    }
    const work = async (thread: Thread) => {
      for (const share of left) {
        await thread.tell({ kind: 'make', share })
        const said = await written(thread)
        scores += said.kind === 'written' ? said.scores : 0
        heard(scores)
      }
      await thread.close()
    }
    try {
      await Promise.all(threads.map(work))
    } finally {
      await Promise.all(threads.map(({ end }) => end()))
    }
    return scores
  }

type Thread = ReturnType<typeof openThread>

function openThread(databaseUrl: string) {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData: { databaseUrl } })
  return {
    /** Gives what it answers, throws what it threw. */
    tell: async (told: Told): Promise<Heard> => {
      const heard = once(worker, 'message')
      worker.postMessage(told)
      return (await heard)[0] as Heard
    },
    close: async () => {
      const ended = once(worker, 'exit')
      worker.postMessage({ kind: 'close' } satisfies Told)
      await ended
    },
    end: () => worker.terminate(),
  }
}

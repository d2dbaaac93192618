import type { Buffer } from 'node:buffer'
import { once as happens } from 'node:events'
import { Worker } from 'node:worker_threads'

/** A sheet of questions is read in a fraction of it, also while the machine is busy; the start of the thread is in it. */
const PATIENCE_MS = 15_000
const MOST_MEMORY_MB = 128

let last: Promise<unknown> = Promise.resolve()

/**
 * The cells of a workbook's first sheet as texts; null where it cannot be read, or is larger than any sheet of
 * questions. It is read in a thread of its own, one after another: somebody's file may be made to keep a program busy.
 */
export function readWorkbook(bytes: Buffer): Promise<string[][] | null> {
  const turn = last.then(() => readApart(bytes))
  last = turn.catch(() => undefined)
  return turn
}

async function readApart(bytes: Buffer): Promise<string[][] | null> {
  const thread = new Worker(new URL('./workbook-worker.ts', import.meta.url), {
    workerData: Uint8Array.from(bytes),
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  })
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const [rows] = (await happens(thread, 'message', { signal })) as [string[][] | null]
    return rows
  } catch {
    return null // too slow or too large: no sheet of questions
  } finally {
    thread.on('error', () => undefined) // nobody waits for it any more
    await thread.terminate()
  }
}

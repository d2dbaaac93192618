import { once as happens } from 'node:events'
import { Worker } from 'node:worker_threads'

/** What a workbook may be at most: unpacked, and how far the cells of its sheets may reach. */
export type MostOf = { bytes: number; rows: number; columns: number; megabytes: number; milliseconds: number }

let last: Promise<unknown> = Promise.resolve()

/** Whether a file is packed as workbooks are. */
export const isPacked = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

/**
 * The cells of a workbook's first sheet as texts, dates as ISO dates; null where it cannot be read, or is larger than
 * this. It is read in a thread of its own, one after another: somebody's file may be made to keep a program busy.
 */
export function readWorkbook(bytes: Uint8Array, most: MostOf): Promise<string[][] | null> {
  const turn = last.then(() => readApart(bytes, most))
  last = turn.catch(() => undefined)
  return turn
}

async function readApart(bytes: Uint8Array, most: MostOf): Promise<string[][] | null> {
  const thread = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { bytes: Uint8Array.from(bytes), most },
    resourceLimits: { maxOldGenerationSizeMb: most.megabytes },
  })
  try {
    const signal = AbortSignal.timeout(most.milliseconds)
    const [rows] = (await happens(thread, 'message', { signal })) as [string[][] | null]
    return rows
  } catch {
    return null // too slow or too large
  } finally {
    thread.on('error', () => undefined) // nobody waits for it any more
    await thread.terminate()
  }
}

import { once as happens } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { DefinitionFile, FileProblem } from '../../core/definitions/definitions-check.ts'
import type { Instrument } from '../../core/instruments/instrument.ts'
import type { OutcomeSet } from '../../core/outcome-sets/outcome-set.ts'
import type { Register } from '../../core/register/shape.ts'
import type { Localised } from '../../core/words.ts'

export type Checked =
  | { problems: FileProblem[] }
  | { instruments: readonly Instrument[]; outcomeSets: readonly OutcomeSet[]; registers: readonly Register[] }

/** A definition that takes longer was made to: a time-out is a refusal. */
const PATIENCE_MS = 2000
/** On a busy machine a thread waits for its turn: that is not the definition's fault, up to this many times the patience. */
const BUSY = 5
const LOOK_MS = 50
const MOST_MEMORY_MB = 256

/**
 * Checks definition files together, with our rules and with survey-core, in a thread that is stopped when it works for
 * longer than `patience` milliseconds or takes too much memory. One after another, however many ask.
 */
export function openChecker(start: () => Promise<Worker> = startWorker) {
  const thread = keepThread(start)
  let last: Promise<unknown> = Promise.resolve()
  return (files: readonly DefinitionFile[], patience = PATIENCE_MS): Promise<Checked> => {
    const turn = last.then(() => checkWith(thread, files, patience))
    last = turn.catch(() => undefined)
    return turn
  }
}

/** The one checker of this process. */
export const checkApart = openChecker()

type Thread = ReturnType<typeof keepThread>

/** The thread that waits for work; one that could not start, or that ended, is followed by another. */
function keepThread(start: () => Promise<Worker>) {
  let warm: Promise<Worker> | null = null
  return {
    forget: () => {
      warm = null
    },
    get(): Promise<Worker> {
      if (warm) return warm
      const starting = start()
      const forget = () => {
        if (warm === starting) warm = null
      }
      void starting.then((worker) => worker.once('exit', forget), forget)
      warm = starting
      return starting
    },
  }
}

async function checkWith(thread: Thread, files: readonly DefinitionFile[], patience: number) {
  const worker = await thread.get()
  worker.ref()
  const done = new AbortController()
  const stopWatching = watch(worker, patience, () => done.abort())
  try {
    const answer = happens(worker, 'message', { signal: done.signal })
    worker.postMessage(files)
    const [checked] = (await answer) as [Checked]
    worker.unref()
    return checked
  } catch (error) {
    thread.forget()
    await worker.terminate()
    return refusal(error, patience)
  } finally {
    stopWatching()
  }
}

/** Calls `over` once the thread has worked for longer than this; what it did before does not count. */
function watch(worker: Worker, patience: number, over: () => void): () => void {
  const before = worker.cpuUsage()
  const tooLong = setTimeout(over, patience * BUSY)
  const looking = setInterval(() => {
    void before
      .then((usage) => worker.cpuUsage(usage))
      .then(({ user, system }) => {
        if (user + system > patience * 1000) over()
      })
      .catch(() => undefined) // it has ended, which is told otherwise
  }, LOOK_MS)
  return () => {
    clearTimeout(tooLong)
    clearInterval(looking)
  }
}

/** It need not be waited for when the program ends. The first check pays for the start, not out of its patience. */
export async function startWorker(): Promise<Worker> {
  const worker = new Worker(new URL('./check-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  })
  // Whoever waits for an answer hears of it too; an error that comes when nobody waits must not end the program.
  worker.on('error', () => undefined)
  await happens(worker, 'message')
  worker.unref()
  return worker
}

function refusal(error: unknown, patience: number): Checked {
  const code = (error as { code?: string }).code
  return { problems: [{ file: '', at: '', message: reasonOf(code, patience) }] }
}

function reasonOf(code: string | undefined, patience: number): Localised {
  const seconds = patience / 1000
  if (code === 'ABORT_ERR')
    return {
      nl: `dit kon niet binnen ${seconds} seconden nagekeken worden; maak het kleiner of eenvoudiger`,
      en: `this could not be checked within ${seconds} seconds; make it smaller or simpler`,
    }
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return {
      nl: 'dit nakijken vraagt te veel geheugen; maak het kleiner of eenvoudiger',
      en: 'checking this takes too much memory; make it smaller or simpler',
    }
  return {
    nl: 'dit kan niet nagekeken worden; maak het kleiner of eenvoudiger',
    en: 'this cannot be checked; make it smaller or simpler',
  }
}

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { Printed } from '../../core/words/printed.ts'
import { Problem, refused } from '../http/problem.ts'

/** What the process answers. */
export type Pressed =
  | { kind: 'made'; pdf: Uint8Array }
  | { kind: 'unavailable' | 'failed' }
  /** Its text has signs that no font of ours writes so that they are read aloud. */
  | { kind: 'unset' }

export type Press = { print(printed: Printed): Promise<Uint8Array>; close(): Promise<void> }

const PATIENCE_MS = 20_000
const IDLE_MS = 30_000
/** One after another, 50 ms each: who comes later than this is told to try again. */
const MOST_WAITING = 40

/**
 * Makes tagged PDFs (PDF/UA-1) in a process that is started when the first is asked for and ended when none was asked
 * for half a minute. Rejects with 503 'pdf_unavailable' where there is no compiler for this machine, 'pdf_busy' where
 * too many wait or it takes too long, and with 422 'pdf_unset' where no font of ours can set the text.
 */
export function openPress(start: () => ChildProcess = startPress, idleMs = IDLE_MS): Press {
  let running: ChildProcess | null = null
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0

  const end = async () => {
    clearTimeout(idle)
    const ending = running
    running = null
    if (ending && ending.exitCode === null && ending.kill()) await once(ending, 'exit')
  }
  const begin = () => {
    const child = start()
    child.once('exit', () => {
      if (running === child) running = null
    })
    return child
  }
  const take = async (printed: Printed): Promise<Pressed> => {
    clearTimeout(idle)
    running ??= begin()
    try {
      return await askOf(running, printed)
    } catch (error) {
      await end()
      throw error
    } finally {
      idle = setTimeout(() => void end(), idleMs).unref()
    }
  }
  return {
    print: (printed) => {
      if (waiting >= MOST_WAITING) return Promise.reject(busy())
      waiting += 1
      const turn = last.then(async () => madeOf(await take(printed))).finally(() => (waiting -= 1))
      last = turn.catch(() => undefined)
      return turn
    },
    close: end,
  }
}

/** With nothing of our environment: it needs no secret and no address. */
export function startPress(): ChildProcess {
  const child = fork(new URL('./press-process.ts', import.meta.url), {
    execArgv: [],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  child.on('error', () => undefined) // who waits hears of it too
  child.unref()
  child.channel?.unref()
  return child
}

async function askOf(child: ChildProcess, printed: Printed): Promise<Pressed> {
  const over = new AbortController()
  const stop = (_code: number | null, signal: NodeJS.Signals | null) => over.abort(signal)
  const tooLong = setTimeout(() => over.abort(), PATIENCE_MS)
  child.once('exit', stop)
  try {
    const answer = once(child, 'message', { signal: over.signal })
    child.send(printed)
    const [pressed] = (await answer) as [Pressed]
    return pressed
  } catch {
    // The compiler gives up so on some rows of marks without letters; trying again would end the same.
    if (over.signal.reason === 'SIGABRT') return { kind: 'unset' }
    throw busy() // it ended, takes too long, or could not be told
  } finally {
    clearTimeout(tooLong)
    child.off('exit', stop)
  }
}

function madeOf(pressed: Pressed): Uint8Array {
  if (pressed.kind === 'made') return pressed.pdf
  if (pressed.kind === 'failed') throw new Error('The document could not be set')
  if (pressed.kind === 'unset')
    throw refused(
      'pdf_unset',
      'This has writing that no PDF of ours can hold; print the page from the browser',
    )
  throw new Problem(503, 'pdf_unavailable', 'This computer cannot make PDFs; print the page from the browser')
}

const busy = () => new Problem(503, 'pdf_busy', 'No PDF could be made just now; try again in a minute')

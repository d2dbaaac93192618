import { Worker } from 'node:worker_threads'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Deps } from '../../deps.ts'
import { Problem } from '../../http/problem.ts'
import { type Answered, OPENED } from './questions.ts'

/** Starting takes a second of work: it stays for as long as somebody now and then looks at a page. */
const IDLE_MS = 600_000

/** A question that takes longer than this is given up, with those behind it: what cannot end would keep all others waiting. */
const LONGEST_MS = 120_000
/** Questions that may wait: who comes after these is asked to come back. */
const MOST_WAITING = 40

export type Beside = { ask: NonNullable<Deps['beside']>; close(): Promise<void> }

/**
 * A thread that reads beside the server, started when the first asks and ended when nobody asked for ten minutes. Where
 * it ends by itself, who waits hears of it, and the next who asks starts another.
 */
export function openBeside(
  databaseUrl: string,
  { now, longest = LONGEST_MS }: Pick<Deps, 'now'> & { longest?: number },
): Beside {
  let running: Worker | null = null
  let idle: NodeJS.Timeout | undefined
  let late: NodeJS.Timeout | undefined
  let last = 0
  const opened = new WeakMap<Worker, Promise<void>>()
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()

  const ended = (thread: Worker, why: Error) => {
    if (running !== thread) return
    running = null
    clearTimeout(late)
    for (const one of waiting.values()) one.reject(why)
    waiting.clear()
  }
  /** Whoever waits longest is watched from the last answer on. */
  const watch = () => {
    clearTimeout(late)
    if (waiting.size > 0) late = setTimeout(() => void close(busy()), longest).unref()
  }
  const begin = () => {
    const thread = new Worker(new URL('./thread.ts', import.meta.url), { workerData: { databaseUrl } })
    thread.unref() // the program does not wait for it to end
    thread.on('message', (answered: Answered | typeof OPENED) => {
      if (answered === OPENED) return
      const one = waiting.get(answered.id)
      waiting.delete(answered.id)
      watch()
      if (one) settle(one, answered)
    })
    thread.on('error', (error) => ended(thread, error as Error))
    thread.on('exit', () => ended(thread, new Error('The thread beside the server ended')))
    opened.set(thread, openedBy(thread))
    return thread
  }
  const close = async (why: Error = new Error('The thread beside the server was ended')) => {
    clearTimeout(idle)
    const ending = running
    if (!ending) return
    ended(ending, why) // who asks meanwhile gets another one
    ending.ref()
    await opened.get(ending)
    await ending.terminate()
  }
  return {
    ask: (name, given) => {
      if (waiting.size >= MOST_WAITING) return Promise.reject(busy())
      clearTimeout(idle)
      running ??= begin()
      const id = ++last
      const one = Promise.withResolvers<unknown>()
      running.postMessage({ id, name, given, now: now().toISOString() })
      waiting.set(id, one) // only what could be sent is waited for
      if (waiting.size === 1) watch()
      idle = setTimeout(() => void close(), IDLE_MS).unref()
      return one.promise
    },
    close: () => close(),
  }
}

/** Until the thread has opened its database, or ended without. */
const openedBy = (thread: Worker): Promise<void> =>
  new Promise((resolve) => {
    thread.once('message', () => resolve())
    thread.once('exit', () => resolve())
  })

const busy = () =>
  new Problem(503, 'figures_busy', 'These figures take too long now; try again in a few minutes')

function settle({ resolve, reject }: PromiseWithResolvers<unknown>, answered: Answered): void {
  if (answered.kind === 'answered') resolve(answered.answer)
  else if (answered.kind === 'failed') reject(failureOf(answered))
  else {
    const { status, code, message, detail } = answered
    reject(new Problem(status as ContentfulStatusCode, code, message, detail))
  }
}

/** The failure as it was there: of an error the way between threads keeps neither its name nor what a driver called it. */
const failureOf = ({ name, stack, driverCode }: Extract<Answered, { kind: 'failed' }>) =>
  Object.assign(new Error('Failed beside the server', { cause: { code: driverCode } }), { name, stack })

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The flags of bin/uitkomst.js: every measured process runs with them. */
const FLAGS = [
  '--max-semi-space-size=4',
  '--heap-growing-percent=40',
  '--disable-warning=ExperimentalWarning',
]

/** What meter.js answers. */
export type Usage = {
  /** Milliseconds of CPU of all threads since the start, user and system. */
  cpu: number
  /** Resident memory in MB. */
  memory: number
  /** Write transactions committed: with synchronous=FULL each is one flush. */
  flushes: number
}

export type Measured = {
  usage(): Promise<Usage>
  /** Sends a message and waits for the answer that carries this field. */
  ask<T>(message: unknown, field: string): Promise<T>
  stop(): Promise<void>
}

/** Starts a program of ours in a process of its own, with a file loaded before it that answers the bench's messages. */
export function startMeasured(
  program: string,
  {
    args = [],
    env = {},
    before = 'meter.js',
  }: { args?: string[]; env?: Record<string, string>; before?: string },
): Measured {
  const child = spawn(process.execPath, [...FLAGS, '--import', file(before), file(program), ...args], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, ...env },
  })
  const ask = <T>(message: unknown, field: string) => {
    child.send(message as object)
    return answerWith<T>(child, field, program)
  }
  return {
    usage: () => ask('usage', 'usage'),
    ask,
    stop: async () => {
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

function answerWith<T>(child: ChildProcess, field: string, program: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const gone = () => reject(new Error(`${program} ended before it answered`))
    const heard = (message: unknown) => {
      if (typeof message !== 'object' || message === null || !(field in message)) return
      child.off('message', heard)
      child.off('exit', gone)
      resolve((message as Record<string, T>)[field] as T)
    }
    child.on('message', heard)
    child.once('exit', gone)
  })
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('No free port')
  return address.port
}

/** Waits until a server answers a GET with 200. */
export async function answering(url: string, seconds = 60): Promise<void> {
  const until = Date.now() + seconds * 1000
  for (;;) {
    const status = await fetch(url).then(
      (answer) => answer.status,
      () => 0,
    )
    if (status === 200) return
    if (Date.now() > until) throw new Error(`${url} did not answer within ${seconds} seconds`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

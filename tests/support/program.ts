import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { vi } from 'vitest'
import { freePort } from './free-port.ts'

const BIN = fileURLToPath(new URL('../../bin/uitkomst.js', import.meta.url))
const STARTED_WITHIN_MS = 60_000

/** Under a shell that stays and passes no signal on. */
const asNpmDoes = ['sh', ['-c', `"${process.execPath}" "${BIN}" serve; exit $?`]] as const

/** The program as it runs in earnest: a process of its own that listens on a free port, without a demo. */
export async function startProgram(env: Record<string, string>) {
  const port = Number(env.PORT ?? (await freePort()))
  const url = `http://localhost:${port}`
  const [command, args] = env.npm_command ? asNpmDoes : [process.execPath, [BIN, 'serve']]
  const child = spawn(command, args, {
    env: { PATH: process.env.PATH, DEMO: '0', LOG_LEVEL: 'error', ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  const silent = once(child, 'close')
  return {
    url,
    /** Resolves when it and all that it started have ended. */
    silent,
    /** All that it printed so far. */
    said: () => said,
    /** The code with which it ends; null when it was killed. */
    ended,
    /** Resolves when it answers on /readyz; throws with what it said when it ends before. */
    ready: () =>
      Promise.race([answering(`${url}/readyz`), ended.then(() => Promise.reject(new Error(said)))]),
    /** The first match of what it prints, once it has printed it: it greets after it answers. */
    printed: (pattern: RegExp) => vi.waitUntil(() => pattern.exec(said), { timeout: STARTED_WITHIN_MS }),
    stop: (signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') => {
      child.kill(signal)
      return ended
    },
  }
}
export type Program = Awaited<ReturnType<typeof startProgram>>

/** One command of the program from beginning to end: its code and all that it printed. */
export async function runProgram(args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, [BIN, ...args], {
    env: { PATH: process.env.PATH, DEMO: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, said }
}

async function answering(url: string) {
  for (const until = Date.now() + STARTED_WITHIN_MS; Date.now() < until; ) {
    const isReady = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isReady) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${url} does not answer`)
}

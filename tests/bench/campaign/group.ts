import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../../support/postgres.ts'
import { type Figure, figure, median, quantile } from '../figures.ts'
import { freePort, type Measured, startMeasured } from '../processes.ts'
import type { Options } from '../run.ts'
import { SECRET } from '../submission/world.ts'

type Sending = { seconds: number; cpu: number; memory: number }

/**
 * A campaign of 10,000 invitations through claim, token, letter, SMTP and mark, against nodemailer alone to the same
 * mail server; on SQLite, and on PostgreSQL by two processes. Then the planning behind it.
 */
export async function campaign({ quick, say }: Options): Promise<Figure[]> {
  const count = quick ? 1000 : 10_000
  const home = mkdtempSync(join(tmpdir(), 'uitkomst-bench-'))
  const port = await freePort()
  const sink = startMeasured('campaign/sink.ts', { env: { PORT: String(port) } })
  const env = {
    SECRET,
    DEMO: '0',
    LOG_LEVEL: 'error',
    MAIL_PER_MINUTE: '0',
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    MAIL: join(home, 'mail.json'),
  }
  try {
    say(`${count} invitations from SQLite`)
    const ours = await fromSqlite(env, join(home, 'sqlite'), count)
    say('the same mails without the program')
    const bare = await straight(env, count)
    say('the same from PostgreSQL, by two processes')
    const two = await fromPostgres(env, join(home, 'postgres'), count)
    const taken = await sink.ask<number>('taken', 'taken')
    if (taken !== 3 * count) throw new Error(`The mail server took ${taken} mails and not ${3 * count}`)
    const planned = quick ? 10_000 : 100_000
    say(`planning ${planned} care paths`)
    return [...sendingFigures(count, bare, ours, two), ...(await planning(env, join(home, 'plan'), planned))]
  } finally {
    await sink.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

function sendingFigures(count: number, bare: Sending, ours: Sending, two: Sending): Figure[] {
  const rate = ({ seconds }: Sending) => count / seconds
  return [
    figure('bare sending, CPU', bare.cpu / count, 'ms/mail'),
    figure('bare sending, rate', rate(bare), 'mails/s'),
    figure('campaign, CPU', ours.cpu / count, 'ms/mail'),
    figure('campaign, CPU against bare sending', ours.cpu / bare.cpu, '×', { atMost: 3 }),
    figure('campaign, rate against bare sending', (100 * rate(ours)) / rate(bare), '%', { atLeast: 50 }),
    figure('PostgreSQL, two processes, rate against bare', (100 * rate(two)) / rate(bare), '%', {
      atLeast: 35,
    }),
    figure('campaign, memory grown', ours.memory, 'MB', { atMost: 100 }),
  ]
}

type Env = Record<string, string>
const startWorker = (env: Env) => startMeasured('campaign/worker.ts', { env })

async function measured(process: Measured, act: () => Promise<unknown>): Promise<Sending> {
  const before = await process.usage()
  const start = performance.now()
  await act()
  const seconds = (performance.now() - start) / 1000
  const after = await process.usage()
  return { seconds, cpu: after.cpu - before.cpu, memory: after.memory - before.memory }
}

async function build(env: Env, count: number) {
  const builder = startWorker(env)
  try {
    const { planned } = await builder.ask<{ planned: number }>({ build: count }, 'done')
    if (planned !== count) throw new Error(`${planned} invitations were planned and not ${count}`)
  } finally {
    await builder.stop()
  }
}

type Sent = { sent: number; seconds: number }
const sendAll = (worker: Measured) => worker.ask<Sent>({ send: 1 }, 'done')

async function fromSqlite(env: Env, folder: string, count: number): Promise<Sending> {
  const ours = { ...env, DATA_DIR: folder }
  await build(ours, count)
  const worker = startWorker(ours)
  try {
    return await measured(worker, () => sendAll(worker))
  } finally {
    await worker.stop()
  }
}

async function straight(env: Env, count: number): Promise<Sending> {
  const sender = startMeasured('campaign/straight.ts', { env })
  try {
    return await measured(sender, () => sender.ask({ send: count }, 'seconds'))
  } finally {
    await sender.stop()
  }
}

async function fromPostgres(env: Env, folder: string, count: number): Promise<Sending> {
  const server = await startPostgres()
  try {
    const ours = { ...env, DATA_DIR: folder, DATABASE_URL: server.url }
    await build(ours, count)
    const workers = [startWorker(ours), startWorker(ours)]
    await Promise.all(workers.map((worker) => worker.usage())) // both are there before the clock starts
    const start = performance.now()
    const sent = await Promise.all(workers.map(sendAll))
    const seconds = (performance.now() - start) / 1000
    await Promise.all(workers.map((worker) => worker.stop()))
    const all = sent.reduce((sum, one) => sum + one.sent, 0)
    if (all !== count) throw new Error(`Two processes sent ${all} mails and not ${count}`)
    return { seconds, cpu: 0, memory: 0 }
  } finally {
    await server.stop()
  }
}

async function planning(env: Env, folder: string, count: number): Promise<Figure[]> {
  const worker = startWorker({ ...env, DATA_DIR: folder })
  try {
    const made = await worker.ask<{ planning: number; assessments: number }>({ plan: count }, 'done')
    const { times, flushes } = await worker.ask<{ times: number[]; flushes: number[] }>({ move: 300 }, 'done')
    return [
      figure(`planning ${count} care paths`, made.planning, 's', { atMost: (30 * count) / 100_000 }),
      figure('assessments planned', made.assessments, ''),
      figure('moved appointment, recalculated', median(times), 'ms', { atMost: 5 }),
      figure('moved appointment, p95', quantile(times, 0.95), 'ms'),
      figure('a transaction of one row on this disk', median(flushes), 'ms'),
    ]
  } finally {
    await worker.stop()
  }
}

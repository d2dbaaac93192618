import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { beginHouse, organisationOf } from '../support/begin-house.ts'
import { startProgram } from '../support/program.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'uitkomst-processes-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const start = (env: Record<string, string> = {}) =>
  startProgram({ DATA_DIR: folder, DATABASE_URL: `file:${join(folder, 'uitkomst.db')}`, ...env })

test('what was answered for survives a server that is killed in the same moment', async () => {
  const killed = await start()
  await killed.ready()
  const session = await beginHouse(killed, 'Ziekenhuis Oosterwold')
  expect(await killed.stop('SIGKILL')).toBeNull()

  const next = await start()
  await next.ready()
  expect(await organisationOf(next.url, session)).toBe('Ziekenhuis Oosterwold')
  expect(next.said()).not.toContain('/staff/link/')
  expect(await next.stop()).toBe(0)
})

test('a second server on the same SQLite file says why it ends, and the first goes on', async () => {
  const first = await start()
  await first.ready()
  const second = await start()
  expect(await second.ended).toBe(1)
  expect(second.said()).toContain('use PostgreSQL for several at once')
  expect((await fetch(`${first.url}/healthz`)).status).toBe(200)
  expect(await first.stop()).toBe(0)
})

test('a server that npm started ends when npm and its shell are ended', async () => {
  const first = await start({ npm_command: 'start' })
  await first.ready()
  await first.stop()
  await first.silent
  expect(await fetch(`${first.url}/healthz`).catch(() => 'nobody listens')).toBe('nobody listens')

  const next = await start()
  await next.ready()
  expect(await next.stop()).toBe(0)
})

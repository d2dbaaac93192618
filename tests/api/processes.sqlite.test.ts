import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { beginHouse, organisationOf } from '../support/begin-house.ts'
import { runProgram, startProgram } from '../support/program.ts'

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

test('a port that is taken, another secret and a database of an unknown kind are refused in a sentence', async () => {
  const first = await start()
  await first.ready()
  const elsewhere = join(folder, 'elsewhere')
  const settings = { DATA_DIR: elsewhere, DATABASE_URL: '' }
  const second = await start({ ...settings, PORT: new URL(first.url).port })
  expect(await second.ended).toBe(1)
  expect(second.said()).toMatch(/^Something else listens on port \d+ of 127\.0\.0\.1 already: .*\n$/)
  expect((await fetch(`${first.url}/healthz`)).status).toBe(200)
  expect(await first.stop()).toBe(0)

  const mistaken = await start({ ...settings, SECRET: 'another secret of at least 32 signs' })
  expect(await mistaken.ended).toBe(1)
  expect(mistaken.said()).toContain('This database was made with another SECRET')

  const unknown = await start({ DATA_DIR: elsewhere, DATABASE_URL: 'mysql://db.example.nl/uitkomst' })
  expect(await unknown.ended).toBe(1)
  expect(unknown.said()).toContain('DATABASE_URL: must begin with postgres://')
  expect(existsSync('mysql:')).toBe(false)
})

test('restoring without the secret of the backup says so and leaves no secret of its own behind', async () => {
  const restored = await runProgram(['restore', join(folder, 'copy')], { DATA_DIR: folder })
  expect(restored.code).toBe(1)
  expect(restored.said).toContain('There is no SECRET here')
  expect(readdirSync(folder)).toEqual([])
})

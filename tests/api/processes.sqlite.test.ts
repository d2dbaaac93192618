import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../server/db/open.ts'
import { quarantine } from '../../server/db/schema/patients.ts'
import { beginHouse, organisationOf } from '../support/begin-house.ts'
import { freePort } from '../support/free-port.ts'
import { type Program, runProgram, startProgram } from '../support/program.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'uitkomst-processes-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const start = (env: Record<string, string> = {}) =>
  startProgram({ DATA_DIR: folder, DATABASE_URL: `file:${join(folder, 'uitkomst.db')}`, ...env })

/** Sends appointments over MLLP, and ends the program at the first that it acknowledges; gives how many it did by then. */
async function cutShort(program: Program, port: number, appointments: number): Promise<number> {
  const socket = connect(port, '127.0.0.1')
  let heard = ''
  socket.on('error', () => {})
  socket.on('data', (bytes: Buffer) => {
    if (heard === '') void program.stop('SIGKILL')
    heard += bytes.toString('utf8')
  })
  for (let one = 1; one <= appointments; one++)
    socket.write(
      `\x0b${[
        `MSH|^~\\&|PLAN|VAART|UITKOMST|VAART|20260301100000||SIU^S12|c${one}|P|2.4`,
        `SCH|p1|a${one}|||||||||^^^${new Date().getFullYear() + 1}03011000`,
        `PID|1||47${one}^^^EPD^PI||Ploeg^Wil^^^^^L||19590412|F`,
        'AIS|1||KNIE',
      ].join('\r')}\x1c\r`,
    )
  // Not events.once: that fails where the killed server resets the connection, which it may.
  const closed = new Promise((resolve) => socket.once('close', resolve))
  await Promise.all([closed, program.ended])
  return heard.split('MSA|AA|').length - 1
}

test('what was answered or acknowledged for survives a server that is killed in the same moment', async () => {
  const port = await freePort()
  const killed = await start({ MLLP_PORT: String(port) })
  await killed.ready()
  const session = await beginHouse(killed, 'Ziekenhuis Oosterwold')
  const acknowledged = await cutShort(killed, port, 300)
  expect(acknowledged).toBeGreaterThan(0)
  expect(acknowledged).toBeLessThan(300)
  expect(await killed.ended).toBeNull()

  const next = await start()
  await next.ready()
  expect(await organisationOf(next.url, session)).toBe('Ziekenhuis Oosterwold')
  const database = await openDatabase(`file:${join(folder, 'uitkomst.db')}`)
  const waiting = await database.db.select({ message: quarantine.message }).from(quarantine)
  await database.close()
  const kept = waiting.map(({ message }) => message.number)
  expect(kept).toEqual(expect.arrayContaining(Array.from({ length: acknowledged }, (_, at) => `a${at + 1}`)))
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

test('a backup replaces no file unless that is asked, and migrate says that it is done', async () => {
  const env = { DATA_DIR: folder }
  expect(await runProgram(['migrate'], env)).toEqual({ code: 0, said: 'The database is up to date.\n' })
  const file = join(folder, 'copy')
  expect((await runProgram(['backup', file], env)).code).toBe(0)
  const again = await runProgram(['backup', file], env)
  expect(again).toEqual({
    code: 1,
    said: `${file} is there already: name another file, or add --overwrite to replace it.\n`,
  })
  expect((await runProgram(['backup', file, '--overwrite'], env)).code).toBe(0)
})

test('a file that is not there is said before anything is opened', async () => {
  const none = join(folder, 'none.csv')
  expect(await runProgram(['import', 'appointments', none], { DATA_DIR: folder })).toEqual({
    code: 1,
    said: `There is no file ${none}.\n`,
  })
  expect(readdirSync(folder)).toEqual([])
})

test('the settings are listed with their values, but for secrets, and a wrong one is said in words', async () => {
  const env = { DATA_DIR: folder, PORT: '3100', SMTP_URL: 'smtp://user:hidden@mail.example.nl' }
  const { said } = await runProgram(['settings'], env)
  for (const line of ['PORT 3100', 'HOST 127.0.0.1 (default)', 'DEMO 0', 'SMTP_URL (set, not shown)'])
    expect(said.replaceAll(/ +/g, ' ')).toContain(`${line}\n`)
  expect(said).not.toContain('hidden')

  const listed = await runProgram(['settings'], { DATA_DIR: folder, DEMO: 'ja' })
  expect(listed).toMatchObject({ code: 1 })
  expect(listed.said).toContain('DEMO: must be 0 or 1')

  const wrong = await runProgram(['serve'], { DATA_DIR: folder, PORT: 'web', SMTP_URL: 'mail:hidden' })
  expect(wrong.said).toContain('PORT: must be a whole number from 0 to 65535')
  expect(wrong.said).toContain('SMTP_URL: must be an address that begins with smtp://')
  expect(wrong.said).not.toContain('hidden')
  expect((await runProgram(['score', '--help'], {})).said).toContain('"answers": [2, 2, 1, null, 1]')
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { beginHouse, organisationOf } from '../support/begin-house.ts'
import { freePort } from '../support/free-port.ts'
import { onFreshPostgres } from '../support/fresh-postgres.ts'
import { runProgram, startProgram } from '../support/program.ts'

test('three servers start together on one empty PostgreSQL database, serve the same house and end cleanly', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'uitkomst-processes-'))
  await onFreshPostgres('', async (url) => {
    const env = { DATABASE_URL: url, DATA_DIR: folder }
    const programs = await Promise.all([1, 2, 3].map(() => startProgram(env)))
    await Promise.all(programs.map((program) => program.ready()))
    const [first, second, third] = programs
    if (!first || !second || !third) throw new Error('three were started')

    const session = await beginHouse(first, 'Ziekenhuis Oosterwold')
    expect(await organisationOf(second.url, session)).toBe('Ziekenhuis Oosterwold')

    expect(await third.stop('SIGKILL')).toBeNull()
    expect(await organisationOf(second.url, session)).toBe('Ziekenhuis Oosterwold')
    expect(await Promise.all([first.stop(), second.stop()])).toEqual([0, 0])
  })
  rmSync(folder, { recursive: true, force: true })
})

test('a PostgreSQL that is down or has no such database is named in a sentence, without its password', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'uitkomst-processes-'))
  const migrate = (url: string) => runProgram(['migrate'], { DATABASE_URL: url, DATA_DIR: folder })
  const port = await freePort()
  expect(await migrate(`postgres://user:hidden@127.0.0.1:${port}/uitkomst`)).toEqual({
    code: 1,
    said: `PostgreSQL at 127.0.0.1:${port}/uitkomst (DATABASE_URL) cannot be used: nothing listens there: is it running?\n`,
  })
  const server = process.env.DATABASE_URL as string
  const { said } = await migrate(Object.assign(new URL(server), { pathname: '/not_there' }).href)
  expect(said).toContain('it has no database of this name')
  rmSync(folder, { recursive: true, force: true })
})

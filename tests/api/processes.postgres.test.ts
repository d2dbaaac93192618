import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { beginHouse, organisationOf } from '../support/begin-house.ts'
import { onFreshPostgres } from '../support/fresh-postgres.ts'
import { startProgram } from '../support/program.ts'

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

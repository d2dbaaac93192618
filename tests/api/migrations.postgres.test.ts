import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { openDatabase } from '../../server/db/open.ts'
import { settings } from '../../server/db/schema/organisations.ts'

async function onFreshDatabase(options: string, act: (url: string) => Promise<void>) {
  const server = process.env.DATABASE_URL as string
  const admin = new Client({ connectionString: server })
  await admin.connect()
  const name = `fresh_${randomUUID().replaceAll('-', '')}`
  await admin.query(`create database ${name} ${options}`)
  try {
    await act(Object.assign(new URL(server), { pathname: `/${name}` }).href)
  } finally {
    await admin.query(`drop database ${name} with (force)`)
    await admin.end()
  }
}

test('PostgreSQL is migrated once by several processes that start together', () =>
  onFreshDatabase('', async (url) => {
    const processes = await Promise.all([1, 2, 3, 4].map(() => openDatabase(url)))
    await Promise.all(processes.map((one) => one.migrate()))
    const [first] = processes
    await first?.db.insert(settings).values({ name: 'filled', value: 'yes' })
    await first?.migrate()
    expect(await first?.db.$count(settings)).toBe(1)
    await Promise.all(processes.map((one) => one.close()))
  }))

test('PostgreSQL is refused when it does not sort as SQLite does', () =>
  onFreshDatabase(`template template0 locale_provider icu icu_locale 'en' locale 'C.UTF-8'`, async (url) => {
    const database = await openDatabase(url)
    await expect(database.migrate()).rejects.toThrow('C.UTF-8')
    await database.close()
  }))

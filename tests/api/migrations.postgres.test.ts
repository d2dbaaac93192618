import { expect, test } from 'vitest'
import { openDatabase } from '../../server/db/open.ts'
import { settings } from '../../server/db/schema/organisations.ts'
import { onFreshPostgres } from '../support/fresh-postgres.ts'

test('PostgreSQL is migrated once by several processes that start together', () =>
  onFreshPostgres('', async (url) => {
    const processes = await Promise.all([1, 2, 3, 4].map(() => openDatabase(url)))
    await Promise.all(processes.map((one) => one.migrate()))
    const [first] = processes
    await first?.db.insert(settings).values({ name: 'filled', value: 'yes' })
    await first?.migrate()
    expect(await first?.db.$count(settings)).toBe(1)
    await Promise.all(processes.map((one) => one.close()))
  }))

test('PostgreSQL is refused when it does not sort as SQLite does', () =>
  onFreshPostgres(`template template0 locale_provider icu icu_locale 'en' locale 'C.UTF-8'`, async (url) => {
    const database = await openDatabase(url)
    await expect(database.migrate()).rejects.toThrow('C.UTF-8')
    await database.close()
  }))

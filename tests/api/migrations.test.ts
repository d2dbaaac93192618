import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { describe, expect, test } from 'vitest'
import { dialect } from '../../server/db/dialect.ts'
import { migrationsFolder } from '../../server/db/migrations.ts'
import { openDatabase } from '../../server/db/open.ts'
import { organisations, settings, teams } from '../../server/db/schema/organisations.ts'

const at = '2026-01-01T00:00:00.000Z'
const hospital = {
  id: 'org_1',
  name: 'De Vaart',
  timeZone: 'Europe/Amsterdam',
  language: 'nl',
  urgentPhone: '010',
  confirmBirthDate: false,
  sendFrom: '08:00',
  sendUntil: '20:00',
  createdAt: at,
}
const team = {
  id: 'tea_1',
  organisationId: 'org_1',
  name: 'Heup',
  outcomeSet: 'hip',
  phone: '010',
  createdAt: at,
}

/** The house's migrations and one more: what drizzle-kit writes when a column of a SQLite table changes. */
function withRebuiltOrganisations(): string {
  const folder = mkdtempSync(join(tmpdir(), 'migrations-'))
  cpSync(migrationsFolder('sqlite'), folder, { recursive: true })
  const journalFile = join(folder, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(journalFile, 'utf8')) as { entries: { when: number }[] }
  const last = journal.entries.at(-1) ?? { when: 0 }
  journal.entries.push({ ...last, when: last.when + 1, ...{ idx: journal.entries.length, tag: 'rebuild' } })
  writeFileSync(journalFile, JSON.stringify(journal))
  const steps = [
    'PRAGMA foreign_keys=OFF',
    'CREATE TABLE `__new` (`id` text PRIMARY KEY NOT NULL, `name` text)',
    'INSERT INTO `__new` SELECT `id`, `name` FROM `organisations`',
    'DROP TABLE `organisations`',
    'ALTER TABLE `__new` RENAME TO `organisations`',
    'PRAGMA foreign_keys=ON',
  ]
  writeFileSync(join(folder, 'rebuild.sql'), steps.join(';--> statement-breakpoint\n'))
  return folder
}

describe.runIf(dialect === 'sqlite')('a filled SQLite database', () => {
  test('loses no row that points to a table which a migration rebuilds', async () => {
    const database = await openDatabase('file::memory:')
    await database.migrate()
    await database.db.insert(organisations).values(hospital)
    await database.db.insert(teams).values(team)
    const folder = withRebuiltOrganisations()
    await database.migrate(folder)
    rmSync(folder, { recursive: true })
    expect(await database.db.select({ id: teams.id }).from(teams)).toEqual([{ id: 'tea_1' }])
    await database.close()
  })
})

describe.runIf(dialect === 'postgres')('PostgreSQL', () => {
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

  test('is migrated once by several processes that start together', () =>
    onFreshDatabase('', async (url) => {
      const processes = await Promise.all([1, 2, 3, 4].map(() => openDatabase(url)))
      await Promise.all(processes.map((one) => one.migrate()))
      const [first] = processes
      await first?.db.insert(settings).values({ name: 'filled', value: 'yes' })
      await first?.migrate()
      expect(await first?.db.$count(settings)).toBe(1)
      await Promise.all(processes.map((one) => one.close()))
    }))

  test('is refused when it does not sort as SQLite does', () =>
    onFreshDatabase(
      `template template0 locale_provider icu icu_locale 'en' locale 'C.UTF-8'`,
      async (url) => {
        const database = await openDatabase(url)
        await expect(database.migrate()).rejects.toThrow('C.UTF-8')
        await database.close()
      },
    ))
})

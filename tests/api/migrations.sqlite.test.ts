import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrationsFolder } from '../../server/db/migrations.ts'
import { openDatabase } from '../../server/db/open.ts'
import { organisations, teams } from '../../server/db/schema/organisations.ts'

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
  const journal = JSON.parse(readFileSync(journalFile, 'utf8')) as {
    entries: { when: number; idx?: number; tag?: string }[]
  }
  const last = journal.entries.at(-1) ?? { when: 0 }
  journal.entries.push({ ...last, when: last.when + 1, idx: journal.entries.length, tag: 'rebuild' })
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

test('a migration that rebuilds a table loses no row that points to it', async () => {
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

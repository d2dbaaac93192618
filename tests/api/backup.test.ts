import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { eq } from 'drizzle-orm'
import { type PgTable, getTableConfig as postgresConfig } from 'drizzle-orm/pg-core'
import { type SQLiteTable, getTableConfig as sqliteConfig } from 'drizzle-orm/sqlite-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { recordRead } from '../../server/audit/store.ts'
import { writeArchive } from '../../server/commands/archive.ts'
import { backup } from '../../server/commands/backup.ts'
import { restore } from '../../server/commands/restore.ts'
import { systemCtx } from '../../server/ctx.ts'
import type { Db } from '../../server/db/database.ts'
import { dialect } from '../../server/db/dialect.ts'
import { auditSubjects } from '../../server/db/schema/audit.ts'
import { organisations } from '../../server/db/schema/organisations.ts'
import { figureCells, responses, scoreFigures } from '../../server/db/schema/outcomes.ts'
import { patients } from '../../server/db/schema/patients.ts'
import { tablesInOrder } from '../../server/db/tables.ts'
import { verifyFigures } from '../../server/figures/rebuild.ts'
import { makeCourse, makePerson } from '../support/cohort.ts'
import { openTestDatabase } from '../support/database.ts'
import { makeEnrolment, makeOrganisation, makePatient, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
let folder: string
let file: string
beforeEach(async () => {
  house = await openHouse()
  folder = mkdtempSync(join(tmpdir(), 'backup-'))
  file = join(folder, 'copy.uitkomst')
})
afterEach(async () => {
  rmSync(folder, { recursive: true })
  await house.close()
})

async function fill() {
  const organisationId = await makeOrganisation(house)
  const teamId = await makeTeam(house, organisationId)
  const everybody: string[] = []
  for (let number = 0; number < 5; number++) everybody.push(await makePatient(house, organisationId))
  for (const patientId of everybody) await makeEnrolment(house, { patientId, organisationId, teamId })
  await recordRead(house.deps, systemCtx(organisationId, 'test'), {
    type: 'patient.read',
    patients: everybody,
  })
}

const rowsOf = async (db: Db, table: PgTable) =>
  (await db.select().from(table)).map((row) => JSON.stringify(row)).toSorted()

test('what was saved is restored into an empty database, row by row', async () => {
  await fill()
  const saved = await backup(house.database, house.deps.secret, file)
  expect(saved.patients).toBe(5)
  expect(readFileSync(file).includes('van der Ploeg')).toBe(false)

  const other = await openTestDatabase()
  expect(await restore(other, house.deps.secret, file)).toEqual(saved)
  for (const table of [patients, auditSubjects])
    expect(await rowsOf(other.db, table)).toEqual(await rowsOf(house.db, table))
  await other.close()
})

test('a restored database has the running figures of what was answered', async () => {
  const organisationId = await makeOrganisation(house)
  const person = await makePerson(house, { organisationId, teamId: await makeTeam(house, organisationId) })
  for (const on of ['2026-01-05', '2026-02-05'])
    await makeCourse(house, person, {
      moment: 'month-3',
      on,
      came: 'completed',
      scores: ['pain', 'function'].map((scale) => ({ instrument: 'hip-knee', scale, value: 4 })),
    })
  await backup(house.database, house.deps.secret, file)

  const other = await openTestDatabase()
  await restore(other, house.deps.secret, file)
  expect(await rowsOf(other.db, scoreFigures)).toHaveLength(4)
  expect((await verifyFigures(other.db)).wrong).toEqual([])

  const [response] = await other.db.select({ id: responses.id }).from(responses).limit(1)
  await other.db.delete(responses).where(eq(responses.id, response?.id ?? '')) // and goes on counting
  expect((await verifyFigures(other.db)).wrong).toEqual([])
  await other.close()
})

test('rows of another shape are refused with what to do, and nothing is written', async () => {
  const organisation = { id: 'org_1', name: 'De Vaart', timeZone: 'Europe/Amsterdam', language: 'nl' }
  const whole = {
    ...organisation,
    urgentPhone: '010',
    confirmBirthDate: false,
    sendFrom: '08:00',
    sendUntil: '20:00',
    createdAt: '2026-01-01T00:00:00.000Z',
  }
  const restored = async (row: Record<string, unknown>) => {
    const other = await openTestDatabase()
    const lines = [{ table: 'organisations', row }, { counts: { organisations: 1 } }]
    const written = Readable.from(lines.map((line) => `${JSON.stringify(line)}\n`))
    await writeArchive(file, house.deps.secret, written as AsyncIterable<string>)
    const said = await restore(other, house.deps.secret, file).then(
      () => 'restored',
      (error: Error) => error.message,
    )
    const rows = await other.db.$count(organisations)
    await other.close()
    return { said, rows }
  }
  expect(await restored({ ...whole, motto: null })).toEqual({ said: 'restored', rows: 1 }) // nothing is lost with it
  expect(await restored({ ...whole, motto: 'Vooruit' })).toEqual({
    said: expect.stringContaining(
      'rows of "organisations" with "motto", which this version does not know',
    ) as unknown,
    rows: 0,
  })
  expect(await restored(organisation)).toEqual({
    said: expect.stringContaining(
      'without "urgentPhone", which this version needs: restore it with the version',
    ) as unknown,
    rows: 0,
  })
})

test('a backup of an earlier version is restored, as long as what it counts is there', async () => {
  const restored = async (counts: Record<string, number>) => {
    const other = await openTestDatabase()
    const lines = Readable.from([`${JSON.stringify({ counts })}\n`]) as AsyncIterable<string>
    await writeArchive(file, house.deps.secret, lines)
    try {
      await restore(other, house.deps.secret, file)
    } finally {
      await other.close()
    }
  }
  await restored({ a_table_of_old: 0 }) // and none of those that came since
  await expect(restored({ a_table_of_old: 1 })).rejects.toThrow('not complete')
  await expect(restored({ patients: 1 })).rejects.toThrow('not complete')
})

test('a damaged file, another secret and a full database are refused, and nothing is written', async () => {
  await fill()
  await backup(house.database, house.deps.secret, file)
  await expect(restore(house.database, house.deps.secret, file)).rejects.toThrow('The database is not empty')

  const other = await openTestDatabase()
  await expect(restore(other, 'another secret of at least 32 signs', file)).rejects.toThrow('another SECRET')
  const bytes = readFileSync(file)
  const middle = Math.floor(bytes.length / 2)
  bytes[middle] = (bytes[middle] ?? 0) ^ 1
  writeFileSync(file, bytes)
  await expect(restore(other, house.deps.secret, file)).rejects.toThrow('damaged')
  writeFileSync(file, 'something else')
  await expect(restore(other, house.deps.secret, file)).rejects.toThrow('not a backup')
  expect(await other.db.$count(patients)).toBe(0)
  await other.close()
})

test('the list of tables is complete, and each stands after those it points to', async () => {
  const describeTable = (table: PgTable) => {
    const { name, foreignKeys } =
      dialect === 'postgres' ? postgresConfig(table) : sqliteConfig(table as unknown as SQLiteTable)
    return { name, pointsTo: foreignKeys.map((key) => key.reference().foreignTable as unknown as PgTable) }
  }
  for (const [place, table] of tablesInOrder.entries())
    for (const target of describeTable(table).pointsTo)
      expect(tablesInOrder.slice(0, place + 1)).toContain(target) // itself, where a row points to another of its kind

  const migration = readFileSync(new URL('../../drizzle/sqlite/meta/_journal.json', import.meta.url), 'utf8')
  const { entries } = JSON.parse(migration) as { entries: { tag: string }[] }
  const said = entries
    .map(({ tag }) => readFileSync(new URL(`../../drizzle/sqlite/${tag}.sql`, import.meta.url), 'utf8'))
    .join('\n')
  const there = new Set<string>()
  for (const [, act, name = '', newName] of said.matchAll(
    /(CREATE TABLE|DROP TABLE|ALTER TABLE) `(\w+)`(?: RENAME TO `(\w+)`)?/g,
  )) {
    if (act === 'CREATE TABLE') there.add(name)
    else if (act === 'DROP TABLE' || newName) there.delete(name)
    if (newName) there.add(newName)
  }
  const counted = [figureCells, scoreFigures] // again, and not copied
  const listed = [...tablesInOrder, ...counted].map((table) => describeTable(table).name)
  listed.push('figures_taken') // known to triggers only
  expect(listed.toSorted((one, other) => one.localeCompare(other))).toEqual(
    [...there].toSorted((one, other) => one.localeCompare(other)),
  )
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asc } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database, Tx } from '../../server/db/database.ts'
import { settings } from '../../server/db/schema/organisations.ts'
import { openSqlite } from '../../server/db/sqlite.ts'

let folder: string
let database: Database
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'repeatable-'))
  database = openSqlite(join(folder, 'held.sqlite'))
  await database.migrate()
})
afterEach(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})

const read = async (db: Tx) =>
  (await db.select({ name: settings.name }).from(settings).orderBy(asc(settings.name))).map(
    ({ name }) => name,
  )
const write = (name: string, fails = false) =>
  database.db.transaction(async (tx) => {
    await tx.insert(settings).values({ name, value: '' })
    if (fails) throw new Error('changed my mind')
  })

test('work that can be done again shares its flush, and is all there when it is over', async () => {
  const others = await database.repeatable(async () => {
    await write('one')
    await expect(write('two', true)).rejects.toThrow('changed my mind')
    await write('three')
    expect(await read(database.db)).toEqual(['one', 'three'])
    return database.snapshot(read)
  })
  expect(others).toEqual([])
  expect(await database.snapshot(read)).toEqual(['one', 'three'])
  await write('four')
  expect(await database.snapshot(read)).toEqual(['four', 'one', 'three'])
})

test('what was done before the work failed is stored', async () => {
  const work = database.repeatable(async () => {
    await write('one')
    throw new Error('the disk is full')
  })
  await expect(work).rejects.toThrow('the disk is full')
  expect(await database.snapshot(read)).toEqual(['one'])
})

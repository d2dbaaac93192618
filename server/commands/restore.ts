import { getTableColumns, getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { once } from '../../core/memo.ts'
import type { Database, Tx } from '../db/database.ts'
import { tablesInOrder } from '../db/tables.ts'
import { countFigures } from '../figures/rebuild.ts'
import { readArchive } from './archive.ts'

const BATCH = 50

const byName = new Map(tablesInOrder.map((table) => [getTableName(table), table]))

/**
 * Fills an empty, migrated database from a backup: all of it in one transaction, or nothing. Throws when the database
 * is not empty, or when the file does not hold what its last line counts. Returns rows per table.
 */
export async function restore(
  { uncounted }: Pick<Database, 'uncounted'>,
  secret: string,
  file: string,
): Promise<Record<string, number>> {
  return uncounted(async (tx) => {
    await refuseFull(tx)
    const counts = await fill(tx, readArchive(file, secret))
    await countFigures(tx)
    return counts
  })
}

async function refuseFull(tx: Tx) {
  for (const table of tablesInOrder)
    if ((await tx.$count(table)) > 0)
      throw new Error(`The database is not empty (${getTableName(table)} has rows): restore into a new one`)
}

async function fill(tx: Tx, lines: AsyncIterable<string>) {
  const counts: Record<string, number> = Object.fromEntries([...byName.keys()].map((name) => [name, 0]))
  let expected: Record<string, number> | undefined
  let batch: { table: PgTable; rows: Record<string, unknown>[] } | undefined
  const flush = async () => {
    if (batch) await tx.insert(batch.table).values(batch.rows)
    batch = undefined
  }
  for await (const line of lines) {
    const entry = JSON.parse(line) as
      | { table: string; row: Record<string, unknown> }
      | { counts: Record<string, number> }
    if ('counts' in entry) {
      expected = entry.counts
      continue
    }
    const table = byName.get(entry.table)
    if (!table) throw otherVersion(`a table "${entry.table}" that this version does not know`)
    refuseOtherShape(table, entry.row)
    if (batch && (batch.table !== table || batch.rows.length >= BATCH)) await flush()
    batch ??= { table, rows: [] }
    batch.rows.push(entry.row)
    counts[entry.table] = (counts[entry.table] ?? 0) + 1
  }
  await flush()
  if (JSON.stringify(sorted(expected ?? {})) !== JSON.stringify(sorted(counts)))
    throw new Error('The backup is not complete')
  return counts
}

const otherVersion = (what: string) =>
  new Error(
    `The backup has ${what}: restore it with the version of the program that made it, then start this version on that database, which brings it up to date`,
  )

/** A row that says what this version has no place for, or not what it needs, is of another version: nothing is lost or guessed. */
function refuseOtherShape(table: PgTable, row: Record<string, unknown>) {
  const columns = columnsOf(table)
  const where = `rows of "${getTableName(table)}"`
  for (const [name, value] of Object.entries(row))
    if (value !== null && !columns.all.has(name))
      throw otherVersion(`${where} with "${name}", which this version does not know`)
  for (const name of columns.needed)
    if (row[name] === undefined || row[name] === null)
      throw otherVersion(`${where} without "${name}", which this version needs`)
}

const columnsOf = once((table: PgTable) => {
  const columns = Object.entries(getTableColumns(table))
  const needed = columns.filter(([, column]) => column.notNull && !column.hasDefault)
  return { all: new Set(columns.map(([name]) => name)), needed: needed.map(([name]) => name) }
})

/** Without the empty ones: a table that one of the two versions does not have is no loss when nothing is in it. */
const sorted = (counts: Record<string, number>) =>
  Object.entries(counts)
    .filter(([, rows]) => rows > 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))

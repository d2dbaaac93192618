import { getTableColumns } from 'drizzle-orm'
import type { PgInsertValue, PgTable } from 'drizzle-orm/pg-core'
import { once } from '../../core/memo.ts'
import type { Tx } from './database.ts'
import { given } from './given.ts'

/** Rows in one statement: largest first. Few sizes, so that each statement is built and prepared once. */
const SIZES = [64, 16, 4, 1] as const
type Size = (typeof SIZES)[number]

const insertOf = <T extends PgTable>(tx: Tx, table: T, size: Size) =>
  tx.insert(table).values(placesOf(table, size))
type Insert<T extends PgTable> = ReturnType<typeof insertOf<T>>
type Statement<R> = { execute(values: Record<string, unknown>): PromiseLike<R> }

/**
 * Writes any number of rows, in prepared statements of fixed sizes: building a statement for a set of rows costs more
 * than running it. `finish` says what happens to rows that are there already and gives the prepared statement, under
 * this name. A column that a row does not name becomes null. Gives what the statements give.
 */
export function rowWriter<T extends PgTable, R>(
  table: T,
  finish: (insert: Insert<T>, size: Size, tx: Tx) => Statement<R>,
): (tx: Tx, rows: readonly T['$inferInsert'][]) => Promise<R[]> {
  const statements = once<Tx, Map<Size, Statement<R>>>(() => new Map())
  const statement = (tx: Tx, size: Size) => {
    const known = statements(tx).get(size)
    if (known) return known
    const made = finish(insertOf(tx, table, size), size, tx)
    statements(tx).set(size, made)
    return made
  }
  const keys = Object.keys(getTableColumns(table))
  const names = Array.from({ length: SIZES[0] }, (_, row) =>
    keys.map((key) => [`${key}${row}`, key] as const),
  )
  return async (tx, rows) => {
    const given: R[] = []
    for (const some of inSizes(rows))
      given.push(await statement(tx, some.length as Size).execute(valuesOf(names, some)))
    return given
  }
}

function placesOf<T extends PgTable>(table: T, size: Size): PgInsertValue<T>[] {
  const columns = Object.entries(getTableColumns(table))
  return Array.from(
    { length: size },
    (_, row) =>
      Object.fromEntries(
        columns.map(([key, column]) => [key, given(`${key}${row}`, column)]),
      ) as PgInsertValue<T>,
  )
}

function valuesOf(names: readonly (readonly [string, string])[][], rows: readonly Record<string, unknown>[]) {
  const values: Record<string, unknown> = {}
  for (const [place, row] of rows.entries())
    for (const [name, key] of names[place] ?? []) values[name] = row[key] ?? null
  return values
}

function* inSizes<T>(rows: readonly T[]): Generator<T[]> {
  let from = 0
  for (const size of SIZES)
    for (; rows.length - from >= size; from += size) yield rows.slice(from, from + size)
}

import { getTableColumns, sql } from 'drizzle-orm'
import type { PgColumn, PgInsertValue, PgTable } from 'drizzle-orm/pg-core'
import { once } from '../../core/memo.ts'
import type { Tx } from './database.ts'
import { dialect } from './dialect.ts'

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
 * this name. A column that a row does not name gets what it has by itself, or null. Gives what the statements give.
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
  const columns = Object.entries(getTableColumns(table)).map(
    ([key, column]): Place => ({
      key,
      unnamed: column.default ?? null,
      written: isPlain(column) ? (value) => value : (value) => column.mapToDriverValue(value),
    }),
  )
  return async (tx, rows) => {
    const given: R[] = []
    for (const some of inSizes(rows))
      given.push(await statement(tx, some.length as Size).execute(paramsOf(columns, some)))
    return given
  }
}

function placesOf<T extends PgTable>(table: T, size: Size): PgInsertValue<T>[] {
  const columns = Object.keys(getTableColumns(table))
  return Array.from(
    { length: size },
    (_, row) =>
      Object.fromEntries(
        columns.map((key, place) => [key, sql`${sql.placeholder(nameOf(row * columns.length + place))}`]),
      ) as PgInsertValue<T>,
  )
}

type Place = { key: string; unnamed: unknown; written(value: unknown): unknown }

/** What a driver takes as it is. */
const isPlain = ({ dataType }: PgColumn) => dataType === 'string' || dataType === 'number'

/** Written here as each column writes it: drizzle would look at every value three times to find out how. */
function paramsOf(columns: readonly Place[], rows: readonly Record<string, unknown>[]) {
  const params: unknown[] = []
  for (const row of rows)
    for (const { key, unnamed, written } of columns) {
      const value = row[key] ?? unnamed
      params.push(value === null ? null : written(value))
    }
  return dialect === 'postgres' ? named(params) : (params as unknown as Record<string, unknown>)
}

/** SQLite takes them in their order (quick-queries.ts); drizzle's driver for PostgreSQL asks for each by its name. */
function named(params: readonly unknown[]) {
  const values: Record<string, unknown> = {}
  for (const [place, value] of params.entries()) values[nameOf(place)] = value
  return values
}

const names: string[] = []
const nameOf = (place: number) => {
  names[place] ??= `p${place}`
  return names[place]
}

function* inSizes<T>(rows: readonly T[]): Generator<T[]> {
  let from = 0
  for (const size of SIZES)
    for (; rows.length - from >= size; from += size) yield rows.slice(from, from + size)
}

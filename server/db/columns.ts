// The vocabulary of our schema: what both dialects speak.
// Typed as PostgreSQL, the stricter of the two; tried on SQLite, which every test run uses.
import * as pg from 'drizzle-orm/pg-core'
import * as sqlite from 'drizzle-orm/sqlite-core'
import { dialect } from './dialect.ts'

const postgres = {
  table: pg.pgTable,
  text: pg.text,
  integer: pg.integer,
  small: pg.smallint, // up to 32767: half as wide, where there are very many rows
  count64: () => pg.bigint({ mode: 'number' }), // epoch milliseconds and running numbers do not fit 32 bits
  numbered: () => pg.integer().primaryKey().generatedAlwaysAsIdentity(), // a key that counts up by itself
  real: pg.doublePrecision, // PostgreSQL's own `real` keeps only 6 digits
  flag: pg.boolean,
  json: pg.jsonb,
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
}

const embedded = {
  table: sqlite.sqliteTable,
  text: sqlite.text,
  integer: sqlite.integer,
  small: sqlite.integer,
  count64: () => sqlite.integer(),
  numbered: () => sqlite.integer().primaryKey(),
  real: sqlite.real,
  flag: () => sqlite.integer({ mode: 'boolean' }),
  json: () => sqlite.text({ mode: 'json' }),
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
  primaryKey: sqlite.primaryKey,
} as unknown as typeof postgres

export const {
  table,
  text,
  integer,
  small,
  count64,
  numbered,
  real,
  flag,
  json,
  index,
  uniqueIndex,
  primaryKey,
} = dialect === 'postgres' ? postgres : embedded

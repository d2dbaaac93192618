import Client from 'better-sqlite3'
import { drizzle as drizzleSync } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { drizzle } from 'drizzle-orm/sqlite-proxy'
import type { Database, Tx } from './database.ts'
import { openGate } from './gate.ts'
import { migrationsFolder } from './migrations.ts'
import { quicken, type Session } from './quick-queries.ts'

type Answer = { rows: unknown[]; changes?: number }
type Ask = (sql: string, params: unknown[], method: 'run' | 'all' | 'values' | 'get') => Promise<Answer>

/** Preparing costs half of a small transaction, so statements are kept; all are dropped when there are too many. */
const KEPT_STATEMENTS = 500

/**
 * better-sqlite3 answers at once and refuses asynchronous transactions. Here it stands behind an asynchronous
 * face like PostgreSQL's: there is one connection, and whoever is outside waits while a group of transactions is open.
 * Opens the file of this path, or holds in memory what an image of a database says.
 */
export function openSqlite(place: string | Buffer): Database {
  const client = new Client(place)
  client.pragma('journal_mode = WAL')
  client.pragma('synchronous = FULL') // NORMAL loses acknowledged answers in a power cut
  client.pragma('foreign_keys = ON')
  client.pragma('temp_store = MEMORY') // what a savepoint needs to go back stays off the disk: four fifths of all writes
  client.pragma('wal_autocheckpoint = 4000') // pages: a page that many transactions touch is copied back once
  client.pragma('busy_timeout = 1000') // waiting stops the whole server: one process writes, or use PostgreSQL

  const gate = openGate(client)
  const prepared = statementKeeper(client)
  const ask = asking(prepared)
  const outside: Ask = (sql, params, method) => {
    if (gate.isInside()) return Promise.reject(new Error('Inside a transaction, ask its tx and not db'))
    const now = () => ask(sql, params, method)
    if (!prepared(sql).readonly) return gate.single(now) // a lone write joins a group too
    return gate.isOpen() ? gate.quiet().then(now) : now()
  }

  const tx = face(ask)
  return {
    db: Object.assign(face(outside), {
      transaction: <T>(work: (tx: Tx) => Promise<T>, order?: 'ahead') =>
        gate.transaction(() => work(tx), order === 'ahead'),
    }),
    migrate: async (folder = migrationsFolder('sqlite')) => migrateSqlite(client, folder),
    snapshot: (read) => (client.memory ? read(tx) : snapshot(client.name, read)),
    repeatable: async (work) => {
      client.pragma('synchronous = NORMAL')
      try {
        return await gate.hold(work)
      } finally {
        client.pragma('synchronous = FULL')
      }
    },
    uncounted: (work) =>
      roomy(client, () => gate.whole(() => withoutTriggers(client, 'scores', () => work(tx)))),
    recounting: (work) => gate.transaction(() => work(tx), false), // one writer: nobody else changes them
    alone: inTurn(), // other processes are kept out by the lock of the one that writes
    ping: async () => void client.prepare('select 1').get(),
    close: async () => {
      await gate.drained()
      client.close()
    },
  }
}

/** Many rows at once touch many pages: they stay in memory until they are written, and are copied back seldom. */
async function roomy<T>(client: Client.Database, work: () => Promise<T>): Promise<T> {
  const pragmas = ['cache_size', 'wal_autocheckpoint']
  const usual = pragmas.map((name) => client.pragma(name, { simple: true }))
  client.pragma('cache_size = -131072') // kB
  client.pragma('wal_autocheckpoint = 32000') // pages
  try {
    return await work()
  } finally {
    for (const [place, name] of pragmas.entries()) client.pragma(`${name} = ${String(usual[place])}`)
  }
}

/** Within a transaction: whoever dies has changed nothing. */
async function withoutTriggers<T>(
  client: Client.Database,
  table: string,
  work: () => Promise<T>,
): Promise<T> {
  const triggers = client
    .prepare<string, { name: string; sql: string }>(
      `select name, sql from sqlite_master where type = 'trigger' and tbl_name = ?`,
    )
    .all(table)
  for (const { name } of triggers) client.exec(`drop trigger "${name}"`)
  const result = await work()
  for (const { sql } of triggers) client.exec(sql)
  return result
}

function inTurn(): Database['alone'] {
  let before: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = before.then(work, work)
    before = mine
    return mine
  }
}

const asking =
  (prepared: ReturnType<typeof statementKeeper>): Ask =>
  async (sql, params, method) => {
    const statement = prepared(sql)
    if (!statement.reader) return { rows: [], changes: statement.run(...params).changes }
    const rows = method === 'get' ? statement.get(...params) : statement.all(...params)
    return { rows: rows as unknown[] }
  }

const noBatch = () => Promise.reject(new Error('not used')) // drizzle reads `casing` only behind a batch callback

function face(ask: Ask): Tx {
  const db = drizzle(ask as never, noBatch, { casing: 'snake_case' }) as unknown as { session: Session }
  quicken(db.session, ask)
  return db as unknown as Tx
}

/**
 * SQLite plans a join anew whenever a value that is compared with a column is bound again: it peeks whether that is a
 * small number, to guess how many rows match. Behind a unary plus, which changes no value, it does not look, and a
 * plan serves for good: four fifths of the time of a short question was planning.
 */
export const planOnce = (sql: string) => sql.replaceAll(' = ?', ' = +?')

function statementKeeper(client: Client.Database) {
  const kept = new Map<string, Client.Statement<unknown[]>>()
  return (sql: string) => {
    let statement = kept.get(sql)
    if (!statement) {
      if (kept.size >= KEPT_STATEMENTS) kept.clear()
      statement = client.prepare<unknown[]>(planOnce(sql))
      if (statement.reader) statement.raw() // rows as arrays: drizzle names their columns
      kept.set(sql, statement)
    }
    return statement
  }
}

/** A connection of its own, which can only read: the writing one goes on. */
async function snapshot<T>(path: string, read: (tx: Tx) => Promise<T>): Promise<T> {
  const reader = new Client(path, { readonly: true })
  try {
    reader.exec('begin')
    return await read(face(asking(statementKeeper(reader))))
  } finally {
    reader.close()
  }
}

function migrateSqlite(client: Client.Database, folder: string) {
  client.pragma('foreign_keys = OFF') // else rebuilding a table would delete the rows that point to it
  client.pragma('legacy_alter_table = ON') // else a table that a view reads could not be rebuilt
  migrate(drizzleSync(client), { migrationsFolder: folder })
  const dangling = client.pragma('foreign_key_check') as unknown[]
  if (dangling.length > 0) throw new Error(`Migration left ${dangling.length} dangling references`)
  client.pragma('legacy_alter_table = OFF')
  client.pragma('foreign_keys = ON')
}

import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { type SQL, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { Pool } from 'pg'
import type { Database, Db, Tx } from './database.ts'
import { isUndoneForAnother } from './errors.ts'
import { migrationsFolder } from './migrations.ts'

// Any numbers, the same in every process.
const MIGRATION_LOCK = 5_417_201
const LONG_WORK_LOCK = 5_417_202

const TRIES = 5
const PAUSE_MS = 20

/** Said in the same transaction, before and after the work. */
type Around = { before?: SQL; after?: SQL }

export function openPostgres(url: string): Database {
  const pool = new Pool({ connectionString: url, max: 10 })
  pool.on('error', () => {}) // an idle connection that breaks is replaced at the next question
  const db = drizzle(pool, { casing: 'snake_case' })
  const inside = new AsyncLocalStorage<true>()

  const transaction = <T>(work: (tx: Tx) => Promise<T>, { before, after }: Around = {}): Promise<T> => {
    if (inside.getStore()) return Promise.reject(new Error('Transactions do not nest'))
    return untilDone(() =>
      db.transaction(async (tx) => {
        if (before) await tx.execute(before)
        const result = await inside.run(true, async () => await work(tx as unknown as Tx))
        if (after) await tx.execute(after)
        return result
      }),
    )
  }

  return {
    db: Object.assign(Object.create(db) as object, {
      transaction: <T>(work: (tx: Tx) => Promise<T>) => transaction(work),
    }) as unknown as Db,
    async migrate(folder = migrationsFolder('postgres')) {
      const client = await pool.connect() // one session holds the lock, so processes that start together take turns
      try {
        const session = drizzle(client)
        const { rows } = await session.execute<{ folded: boolean }>(sql`select 'a' < 'B' as folded`)
        if (rows[0]?.folded)
          throw new Error(
            'Create the database with LC_COLLATE=C.UTF-8 (createdb --template=template0 --locale=C.UTF-8), so that it sorts as SQLite does',
          )
        await session.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK})`)
        await migrate(session, { migrationsFolder: folder })
        await session.execute(sql`select pg_advisory_unlock(${MIGRATION_LOCK})`)
      } finally {
        client.release(true) // closing the session drops the lock, whatever happened
      }
    },
    snapshot: (read) =>
      db.transaction((tx) => inside.run(true, async () => await read(tx as unknown as Tx)), {
        isolationLevel: 'repeatable read',
        accessMode: 'read only',
      }),
    repeatable: (work) => work(),
    uncounted: (work) =>
      transaction(work, {
        before: sql`alter table scores disable trigger user`,
        after: sql`alter table scores enable trigger user`,
      }),
    recounting: (work) =>
      transaction(work, { before: sql`lock table score_figures in share row exclusive mode` }),
    async alone(work) {
      const client = await pool.connect()
      try {
        await client.query('select pg_advisory_lock($1)', [LONG_WORK_LOCK])
        return await work()
      } finally {
        client.release(true) // closing the session drops the lock, whatever happened
      }
    },
    ping: async () => void (await pool.query('select 1')),
    close: () => pool.end(),
  }
}

/** A transaction holds nothing but SQL, so what PostgreSQL undid for the sake of another can be done once more. */
async function untilDone<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++)
    try {
      return await work()
    } catch (error) {
      if (tries === TRIES || !isUndoneForAnother(error)) throw error
      await pause(tries * PAUSE_MS)
    }
}

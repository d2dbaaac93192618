import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Client from 'better-sqlite3'
import { Client as PgClient } from 'pg'
import type { Database } from '../../server/db/database.ts'
import { dialect } from '../../server/db/dialect.ts'
import { openDatabase } from '../../server/db/open.ts'

/** An empty, migrated database for one test: in memory on SQLite; on PostgreSQL one of its own on the tests' server. */
export async function openTestDatabase(): Promise<Database> {
  if (dialect === 'postgres') return openOnPostgres(process.env.DATABASE_URL as string)
  const { openSqlite } = await import('../../server/db/sqlite.ts')
  migrated ??= migratedImage()
  return openSqlite(await migrated)
}

/** An empty, migrated SQLite database as bytes, made once for a process: migrating takes 200 ms, copying this one. */
let migrated: Promise<Buffer> | undefined

async function migratedImage(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'uitkomst-image-'))
  try {
    const path = join(folder, 'image.db')
    const database = await openDatabase(`file:${path}`)
    await database.migrate()
    await database.close()
    const file = new Client(path)
    file.pragma('journal_mode = DELETE') // an image in memory cannot be written ahead
    const image = file.serialize()
    file.close()
    return image
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Databases that a test of this process has closed, emptied again: creating one takes a second, emptying one 10 ms. */
const free: string[] = []

async function openOnPostgres(server: string): Promise<Database> {
  const url = free.pop() ?? (await createDatabase(server))
  const database = await openDatabase(url)
  return {
    ...database,
    close: async () => {
      await database.close()
      await emptyDatabase(url)
      free.push(url)
    },
  }
}

async function createDatabase(server: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await asking(server, (client) => client.query(`create database ${name}`))
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href
  const database = await openDatabase(url)
  await database.migrate()
  await database.close()
  return url
}

async function emptyDatabase(url: string) {
  await asking(url, async (client) => {
    const { rows } = await client.query<{ table: string }>(
      `select quote_ident(tablename) as table from pg_tables where schemaname = 'public'`,
    )
    // As a replica, so that neither foreign keys nor the append-only audit log object.
    const deletions = rows.map(({ table }) => `delete from ${table}`)
    await client.query(
      ['begin', 'set local session_replication_role = replica', ...deletions, 'commit'].join(';'),
    )
  })
}

async function asking(url: string, ask: (client: PgClient) => Promise<unknown>) {
  const client = new PgClient({ connectionString: url })
  await client.connect()
  try {
    await ask(client)
  } finally {
    await client.end()
  }
}

import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import type { Database } from '../../server/db/database.ts'
import { dialect } from '../../server/db/dialect.ts'
import { openDatabase } from '../../server/db/open.ts'

/** An empty, migrated database of its own: in memory on SQLite, a copy of a migrated template on PostgreSQL. */
export async function openTestDatabase(): Promise<Database> {
  if (dialect === 'sqlite') {
    const database = await openDatabase('file::memory:')
    await database.migrate()
    return database
  }
  return openPostgresCopy(process.env.DATABASE_URL as string)
}

const TEMPLATE = 'uitkomst_template'
const TEMPLATE_LOCK = 5_417_202

async function openPostgresCopy(server: string): Promise<Database> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const url = (database: string) => Object.assign(new URL(server), { pathname: `/${database}` }).href
  const admin = new Client({ connectionString: server })
  await admin.connect()
  // One at a time: a template cannot be copied while somebody is connected to it.
  await admin.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
  try {
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [TEMPLATE])
    if (!rowCount) await makeTemplate(admin, url(TEMPLATE))
    await admin.query(`create database ${name} template ${TEMPLATE}`)
  } finally {
    await admin.end()
  }
  const database = await openDatabase(url(name))
  return { ...database, close: () => database.close().then(() => dropDatabase(server, name)) }
}

async function makeTemplate(admin: Client, url: string) {
  await admin.query(`create database ${TEMPLATE}_new`)
  const database = await openDatabase(url.replace(TEMPLATE, `${TEMPLATE}_new`))
  await database.migrate()
  await database.close()
  await admin.query(`alter database ${TEMPLATE}_new rename to ${TEMPLATE}`)
}

async function dropDatabase(server: string, name: string) {
  const admin = new Client({ connectionString: server })
  await admin.connect()
  await admin.query(`drop database if exists ${name} with (force)`)
  await admin.end()
}

import Sqlite from 'better-sqlite3'
import { Client } from 'pg'
import { dialect } from '../../../server/db/dialect.ts'
import type { CohortWorld } from './world.ts'

// What only the database itself can tell or be told.

const COUNTING = ['scores', 'score_figures', 'figure_cells']
const COUNTED_BY = ['scores', 'responses', 'assessments', 'enrolments']

/** What scores, their indexes and the running figures take on disk, for each score. */
export async function bytesPerScore({ url, size }: CohortWorld): Promise<number> {
  const names = COUNTING.map((name) => `'${name}'`).join(', ')
  const bytes =
    dialect === 'postgres'
      ? await onPostgres(url, (client) =>
          client.query<{ bytes: string }>(
            `select sum(pg_indexes_size(name::regclass) + pg_table_size(name::regclass)) as bytes from unnest(array[${names}]) as name`,
          ),
        ).then(({ rows }) => Number(rows[0]?.bytes))
      : onSqlite(url, (client) =>
          client
            .prepare<[], number>(
              `select sum(pgsize) from dbstat where name in (${names}, 'figure_cells_once')`,
            )
            .pluck()
            .get(),
        )
  return (bytes ?? 0) / size()
}

/** Takes away what keeps the figures; gives what puts it back. */
export async function takeTriggers({ url }: CohortWorld): Promise<() => Promise<void>> {
  if (dialect === 'postgres') {
    const turn = (how: string) =>
      onPostgres(url, async (client) => {
        for (const name of COUNTED_BY) await client.query(`alter table ${name} ${how} trigger user`)
      })
    await turn('disable')
    return () => turn('enable')
  }
  const names = COUNTED_BY.map((name) => `'${name}'`).join(', ')
  const triggers = onSqlite(url, (client) => {
    const found = client
      .prepare<[], { name: string; sql: string }>(
        `select name, sql from sqlite_master where type = 'trigger' and tbl_name in (${names})`,
      )
      .all()
    for (const { name } of found) client.exec(`drop trigger "${name}"`)
    return found
  })
  return async () =>
    onSqlite(url, (client) => {
      for (const { sql } of triggers) client.exec(sql)
    })
}

function onSqlite<T>(url: string, act: (client: Sqlite.Database) => T): T {
  const client = new Sqlite(url.replace(/^file:/, ''))
  try {
    return act(client)
  } finally {
    client.close()
  }
}

async function onPostgres<T>(url: string, act: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await act(client)
  } finally {
    await client.end()
  }
}

import type { Database } from './database.ts'
import { dialect } from './dialect.ts'

/** Opens what DATABASE_URL names; the other driver is not even loaded. */
export async function openDatabase(url: string): Promise<Database> {
  if (dialect === 'postgres') return (await import('./postgres.ts')).openPostgres(url)
  return (await import('./sqlite.ts')).openSqlite(url.replace(/^file:/, ''))
}

import { type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { dialect } from './dialect.ts'

/** An instant of a column, so many times 24 hours earlier, in the form in which instants are stored. */
export const daysBefore = (instant: AnyPgColumn, days: number): SQL<string> =>
  dialect === 'postgres'
    ? sql`to_char((${instant}::timestamptz - ${days * 24}::int * interval '1 hour') at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
    : sql`strftime('%Y-%m-%dT%H:%M:%fZ', ${instant}, ${`-${days} days`})`

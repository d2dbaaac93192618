import { type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'

/**
 * A value that is given when a prepared statement runs, written as its column writes it. Null stays null: drizzle's own
 * placeholder would write it as the JSON `null` or as false.
 */
export const given = (name: string, column: AnyPgColumn): SQL =>
  sql`${sql.param(sql.placeholder(name), { mapToDriverValue: (value: unknown) => (value === null ? null : column.mapToDriverValue(value)) })}`

import { and, asc, eq, getTableColumns, getTableName, gt, or, type SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Database, Tx } from '../db/database.ts'
import { auditSubjects } from '../db/schema/audit.ts'
import { scores } from '../db/schema/outcomes.ts'
import { tablesInOrder } from '../db/tables.ts'
import { writeArchive } from './archive.ts'

const PAGE = 1000

/**
 * Writes everything into one encrypted file, while the server goes on: what is read is one moment's state. The copy is
 * of rows, not of database files, so it can be restored into the other kind of database. Returns rows per table.
 */
export async function backup(
  { snapshot }: Pick<Database, 'snapshot'>,
  secret: string,
  file: string,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  await snapshot((tx) => writeArchive(file, secret, lines(tx, counts)))
  return counts
}

async function* lines(tx: Tx, counts: Record<string, number>): AsyncGenerator<string> {
  for (const table of tablesInOrder) {
    const name = getTableName(table)
    counts[name] = 0
    for await (const page of pages(tx, table)) {
      counts[name] += page.length
      for (const row of page) yield `${JSON.stringify({ table: name, row })}\n`
    }
  }
  yield `${JSON.stringify({ counts })}\n`
}

type Row = Record<string, unknown>

/** What makes a row the only one, where that is not one column. */
const keysOf = new Map<PgTable, string[]>([
  [auditSubjects, ['eventId', 'patientId']],
  [scores, ['responseId', 'instrument', 'scale', 'scoringVersion']],
])

async function* pages(tx: Tx, table: PgTable): AsyncGenerator<Row[]> {
  const columns: Record<string, PgColumn> = getTableColumns(table)
  const keys = keysOf.get(table) ?? Object.keys(columns).filter((name) => columns[name]?.primary)
  let last: Row | undefined
  do {
    const page: Row[] = await tx
      .select()
      .from(table)
      .where(last && after(columns, keys, last))
      .orderBy(...keys.map((name) => asc(columns[name] as PgColumn)))
      .limit(PAGE)
    if (page.length > 0) yield page
    last = page.length === PAGE ? page.at(-1) : undefined
  } while (last)
}

/** (a, b) > (x, y), spelled out. */
function after(columns: Record<string, PgColumn>, [first, ...others]: string[], last: Row): SQL | undefined {
  if (first === undefined) return undefined
  const column = columns[first] as PgColumn
  return or(
    gt(column, last[first]),
    others.length > 0 ? and(eq(column, last[first]), after(columns, others, last)) : undefined,
  )
}

import { eq } from 'drizzle-orm'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { inChunks } from '../db/chunks.ts'
import type { Tx } from '../db/database.ts'
import { isUniqueViolation } from '../db/errors.ts'
import { organisations } from '../db/schema/organisations.ts'
import type { Deps } from '../deps.ts'
import { conflict, refused } from '../http/problem.ts'
import { addMeasures, measuresOf, replaceMeasures } from '../measures/store.ts'
import { admitFileEvents, currentEvents, versionsFor } from './file-events.ts'
import { type Current, type MeasureReport, type Plan, planChanges, reportOf } from './measure-report.ts'
import { type GoodRow, isProblem, keyOf, measureColumns, type RowProblem, readKnown } from './measure-rows.ts'
import { openTable } from './open-table.ts'
import type { CsvRow } from './read-csv.ts'
import { readRow } from './read-measure-row.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId' | 'definitions' | 'seal'>

const CHUNK = 5000

/**
 * Takes in a file of clinical measures, or says what would happen: all or nothing. 422 'rows_wrong' with the report when
 * a row is wrong, 409 'changed_elsewhere' when somebody entered one of them at the same moment; csv_* as `openTable`.
 */
export async function importMeasures(
  deps: Tools,
  ctx: Ctx,
  { bytes, dryRun }: { bytes: Uint8Array; dryRun: boolean },
): Promise<MeasureReport> {
  const rows = await readAll(bytes)
  const known = await readKnown(deps, ctx, rows, await zoneOf(deps.db, ctx))
  const read = withoutTwice(rows.map((row) => readRow(known, row)))
  const problems = read.filter(isProblem)
  const good = read.filter((row): row is GoodRow => !isProblem(row))
  const plan = planChanges(good, await currentOf(deps.db, ctx, good))
  const report = reportOf(rows, plan, problems, ctx)
  if (dryRun) return report
  if (problems.length > 0) throw refused('rows_wrong', 'Nothing was taken in: some rows are wrong', report)
  await write(deps, ctx, plan)
  return report
}

async function readAll(bytes: Uint8Array): Promise<CsvRow[]> {
  const table = await openTable(bytes, measureColumns)
  const rows: CsvRow[] = []
  for await (const row of table.rows()) rows.push(row)
  return rows
}

async function zoneOf(db: Tx, ctx: Ctx): Promise<string> {
  const [row] = await db
    .select({ zone: organisations.timeZone })
    .from(organisations)
    .where(eq(organisations.id, ctx.organisationId))
  return row?.zone ?? 'UTC'
}

/** A measure has one value per care path, so a file may name it once; what happened too, unless it says which one. */
function withoutTwice(rows: readonly (GoodRow | RowProblem)[]): (GoodRow | RowProblem)[] {
  const seen = new Set<string>()
  return rows.map((row) => {
    if (isProblem(row)) return row
    const again = seen.has(row.key)
    seen.add(row.key)
    return again ? { line: row.line, column: 'measure', code: 'twice', options: [], value: row.measure } : row
  })
}

async function currentOf(db: Tx, ctx: Ctx, rows: readonly GoodRow[]): Promise<Map<string, Current>> {
  const current = []
  const ids = [...new Set(rows.map(({ enrolmentId }) => enrolmentId))]
  for (const some of inChunks(ids, CHUNK)) current.push(...(await measuresOf(db, some)))
  const measures = current.map((value): [string, Current] => [keyOf(value), value])
  return new Map([...measures, ...(await currentEvents(db, ctx, rows))])
}

async function write(deps: Tools, ctx: Ctx, { added, changed }: Plan): Promise<void> {
  const rows = [...added, ...changed.map(({ row }) => row)]
  if (rows.length === 0) return
  const happened = rows.filter(({ event }) => event)
  const versions = await versionsFor(deps, happened)
  try {
    await deps.db.transaction(async (tx) => {
      await admitFileEvents(tx, deps, ctx, versions, happened)
      await writeMeasures(tx, deps, ctx, { added, changed })
      for (const some of inChunks(rows, CHUNK))
        await record(tx, deps, ctx, {
          action: 'C',
          type: 'measures.imported',
          patients: some.map(({ patientId }) => patientId),
          detail: { rows: some.length },
        })
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw changedElsewhere()
    throw error
  }
}

async function writeMeasures(tx: Tx, deps: Tools, ctx: Ctx, { added, changed }: Omit<Plan, 'unchanged'>) {
  const corrected = changed.filter(({ row }) => !row.event)
  for (const some of inChunks(corrected, CHUNK)) {
    const ids = some.map(({ before }) => before.id)
    if ((await replaceMeasures(tx, deps, ids)).length < ids.length) throw changedElsewhere()
  }
  const rows = [...added.filter(({ event }) => !event), ...corrected.map(({ row }) => row)]
  const values = rows.map(({ enrolmentId, measure, value, measuredOn }) => ({
    enrolmentId,
    measure,
    value,
    measuredOn,
  }))
  if (values.length > 0) await addMeasures(tx, deps, ctx, values, 'csv')
}

const changedElsewhere = () =>
  conflict('changed_elsewhere', 'Somebody entered one of these at the same moment; look again and retry')

import { eq } from 'drizzle-orm'
import { explainMeasureProblem } from '../../core/measure-value.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { inChunks } from '../db/chunks.ts'
import type { Tx } from '../db/database.ts'
import { isUniqueViolation } from '../db/errors.ts'
import { organisations } from '../db/schema/organisations.ts'
import type { Deps } from '../deps.ts'
import { conflict, refused } from '../http/problem.ts'
import { addMeasures, type MeasureValue, measuresOf, replaceMeasures } from '../measures/store.ts'
import {
  type GoodRow,
  isProblem,
  measureColumns,
  type RowProblem,
  readKnown,
  readRow,
} from './measure-rows.ts'
import { openTable } from './open-table.ts'
import type { CsvRow } from './read-csv.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId' | 'definitions'>

export type MeasureReport = {
  rows: number
  /** Not recorded before; another value or date than before; the same as before. */
  added: number
  changed: number
  unchanged: number
  /** Row by row what becomes of it: the first `MOST_LISTED` that are new or different. */
  listed: ListedMeasure[]
  /** The first of what is wrong, by line; `message` is in the caller's language. */
  problems: (RowProblem & { message: string })[]
  problemCount: number
}

export type ListedMeasure = Pick<
  GoodRow,
  'line' | 'patientNumber' | 'title' | 'kind' | 'value' | 'measuredOn'
> & {
  what: 'added' | 'changed'
  /** The value that stood there before; null where there was none. */
  before: number | null
}

const MOST_LISTED = 200
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
  const plan = planChanges(good, await currentOf(deps.db, good))
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

const keyOf = ({ enrolmentId, measure }: Pick<GoodRow, 'enrolmentId' | 'measure'>) =>
  `${enrolmentId} ${measure}`

/** A measure has one value per care path, so a file may name it once. */
function withoutTwice(rows: readonly (GoodRow | RowProblem)[]): (GoodRow | RowProblem)[] {
  const seen = new Set<string>()
  return rows.map((row) => {
    if (isProblem(row)) return row
    const again = seen.has(keyOf(row))
    seen.add(keyOf(row))
    return again ? { line: row.line, column: 'measure', code: 'twice', options: [], value: row.measure } : row
  })
}

async function currentOf(db: Tx, rows: readonly GoodRow[]): Promise<Map<string, MeasureValue>> {
  const current: MeasureValue[] = []
  const ids = [...new Set(rows.map(({ enrolmentId }) => enrolmentId))]
  for (const some of inChunks(ids, CHUNK)) current.push(...(await measuresOf(db, some)))
  return new Map(current.map((value) => [keyOf(value), value]))
}

type Plan = { added: GoodRow[]; changed: { row: GoodRow; before: MeasureValue }[]; unchanged: number }

function planChanges(rows: readonly GoodRow[], current: ReadonlyMap<string, MeasureValue>): Plan {
  const plan: Plan = { added: [], changed: [], unchanged: 0 }
  for (const row of rows) {
    const before = current.get(keyOf(row))
    if (!before) plan.added.push(row)
    else if (before.value === row.value && before.measuredOn === row.measuredOn) plan.unchanged += 1
    else plan.changed.push({ row, before })
  }
  return plan
}

async function write(deps: Tools, ctx: Ctx, { added, changed }: Plan): Promise<void> {
  const rows = [...added, ...changed.map(({ row }) => row)]
  if (rows.length === 0) return
  try {
    await deps.db.transaction(async (tx) => {
      for (const some of inChunks(changed, CHUNK)) {
        const ids = some.map(({ before }) => before.id)
        if ((await replaceMeasures(tx, deps, ids)).length < ids.length) throw changedElsewhere()
      }
      const values = rows.map(({ enrolmentId, measure, value, measuredOn }) => ({
        enrolmentId,
        measure,
        value,
        measuredOn,
      }))
      await addMeasures(tx, deps, ctx, values, 'csv')
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

const changedElsewhere = () =>
  conflict('changed_elsewhere', 'Somebody entered one of these at the same moment; look again and retry')

const reportOf = (
  rows: readonly CsvRow[],
  { added, changed, unchanged }: Plan,
  problems: readonly RowProblem[],
  { language }: Ctx,
): MeasureReport => ({
  rows: rows.length,
  added: added.length,
  changed: changed.length,
  unchanged,
  listed: listedOf(added, changed),
  problems: problems
    .slice(0, MOST_LISTED)
    .map((problem) => ({ ...problem, message: explainMeasureProblem(problem, language) })),
  problemCount: problems.length,
})

const listedOf = (added: Plan['added'], changed: Plan['changed']): ListedMeasure[] =>
  [
    ...added.map((row) => listed(row, 'added', null)),
    ...changed.map(({ row, before }) => listed(row, 'changed', before.value)),
  ]
    .toSorted((a, b) => a.line - b.line)
    .slice(0, MOST_LISTED)

const listed = (row: GoodRow, what: ListedMeasure['what'], before: number | null): ListedMeasure => {
  const { line, patientNumber, title, kind, value, measuredOn } = row
  return { line, patientNumber, title, kind, value, measuredOn, what, before }
}

import { setImmediate } from 'node:timers/promises'
import type { MessageProblem } from '../../core/feeds/appointment-message.ts'
import { emptyWorld } from '../acts/admit/world.ts'
import { admitChunk, previewChunk } from '../acts/admit-appointment.ts'
import { type Directory, readDirectory } from '../appointments/directory.ts'
import { misnamed, resolveMessage } from '../appointments/resolve.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../http/problem.ts'
import { appointmentColumns, columnOf } from './appointment-columns.ts'
import { openTable } from './open-table.ts'
import { readAppointment } from './read-appointment.ts'
import type { CsvRow, CsvTable } from './read-csv.ts'
import {
  emptyReport,
  type ImportReport,
  type Numbered,
  noteAdmissions,
  noteProblems,
  noteTable,
  nothingSeen,
  type RowProblem,
} from './report.ts'

/**
 * How many rows are read, checked or written at a time. A file of this size or less is all or nothing in every sense. A
 * larger one is checked as a whole before its first row is written, and then goes in by as many short transactions as
 * it needs: one for 100,000 rows would make every patient wait a minute. Should the program stop in between, the same
 * file again completes it, since what is in already is left alone; the page says so.
 */
const PART = 64
/** Rows between two notes of how far the check is: each costs a flush of its own. */
const TELL_EVERY = 16 * PART

export type Upload = { bytes: Uint8Array; teamId: string | null; dryRun: boolean }
export type Progress = { done: number; of: number }
/** Called after every part; with a transaction where the part was written, so that progress is never ahead of it. */
export type Tell = (progress: Progress, tx?: Tx) => Promise<unknown>

type Tools = Pick<Deps, 'db' | 'now' | 'newId' | 'seal' | 'definitions' | 'config'>
type Job = { deps: Tools; ctx: Ctx; directory: Directory; table: CsvTable; teamId: string | null; tell: Tell }

/**
 * Imports a file of appointments, or says what an import would do. The whole file is read and checked first: one wrong
 * row and nothing is imported. Memory stays flat: rows are read a part at a time, in both rounds.
 */
export async function importAppointments(
  deps: Tools,
  ctx: Ctx,
  { bytes, teamId, dryRun }: Upload,
  tell: Tell,
): Promise<ImportReport> {
  const report = emptyReport()
  try {
    const table = await openTable(bytes, appointmentColumns)
    noteTable(report, table)
    const job = { deps, ctx, directory: await readDirectory(deps, ctx), table, teamId, tell }
    await check(job, report, dryRun)
    if (report.problemCount > 0)
      Object.assign(report, { counts: {}, listed: [], newPatients: 0, newEnrolments: 0 })
    else if (!dryRun) await write(job, report)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    report.failure = { code: error.code, detail: error.detail ?? {} }
  }
  return report
}

/** Reads every row; in a dry run also decides what would become of each. */
async function check(job: Job, report: ImportReport, dryRun: boolean) {
  const numbers = new Set<string>()
  const world = emptyWorld()
  const seen = nothingSeen()
  for await (const rows of inParts(job.table)) {
    const good = rows.flatMap((row) => {
      const read = readRow(job, row, numbers)
      if (!Array.isArray(read)) return [read]
      noteProblems(report, read)
      return []
    })
    report.rows += rows.length
    if (dryRun && report.problemCount === 0) {
      const chunk = good.map(({ resolved }) => resolved)
      const admissions = await previewChunk(job.deps, job.ctx, job.directory, chunk, { source: 'csv', world })
      noteAdmissions(report, good, admissions, seen)
    }
    if (report.rows % TELL_EVERY === 0 || rows.length < PART)
      await job.tell({ done: dryRun ? report.rows : 0, of: dryRun ? 0 : report.rows })
    await setImmediate() // others get their turn: SQLite answers within the same one
  }
}

async function write({ deps, ctx, directory, table, teamId, tell }: Job, report: ImportReport) {
  const seen = nothingSeen()
  let done = 0
  for await (const rows of inParts(table)) {
    const good = rows.flatMap((row) => {
      const read = readRow({ directory, table, teamId }, row, new Set())
      return Array.isArray(read) ? [] : [read]
    })
    done += rows.length
    const chunk = good.map(({ resolved }) => resolved)
    const alongside = (tx: Tx) => tell({ done, of: report.rows }, tx)
    noteAdmissions(
      report,
      good,
      await admitChunk(deps, ctx, directory, chunk, { source: 'csv', alongside }),
      seen,
    )
    await setImmediate()
  }
}

async function* inParts(table: CsvTable): AsyncGenerator<CsvRow[]> {
  let part: CsvRow[] = []
  for await (const row of table.rows()) {
    part.push(row)
    if (part.length < PART) continue
    yield part
    part = []
  }
  if (part.length > 0) yield part
}

function readRow(
  { directory, table, teamId }: Pick<Job, 'directory' | 'table' | 'teamId'>,
  { row, line, cells, wrongCount }: CsvRow,
  numbers: Set<string>,
): Numbered | RowProblem[] {
  if (wrongCount)
    return [{ row, line, column: null, field: '', code: 'cell-count', value: '', options: [wrongCount] }]
  const message = readAppointment(cells)
  // All that is wrong at once: whoever mends a file does so once.
  const read = Array.isArray(message)
    ? [...message, ...misnamed(cells, directory, teamId)]
    : resolveMessage(message, directory, teamId)
  const again = twice(cells.number ?? '', numbers)
  if (!Array.isArray(read) && again.length === 0) return { row, line, resolved: read }
  return [...(Array.isArray(read) ? read : []), ...again].map((problem) => ({
    row,
    line,
    column: table.headers[columnOf(problem.field) ?? ''] ?? null,
    ...problem,
  }))
}

function twice(number: string, numbers: Set<string>): MessageProblem[] {
  if (number === '') return []
  if (numbers.has(number)) return [{ field: 'number', code: 'number-twice', value: number }]
  numbers.add(number)
  return []
}

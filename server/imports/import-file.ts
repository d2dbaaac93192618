import { setImmediate } from 'node:timers/promises'
import type { Tx } from '../db/database.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../http/problem.ts'
import { type Matter, named, readRow } from './matter.ts'
import { openTable } from './open-table.ts'
import type { Column, CsvRow, CsvTable } from './read-csv.ts'
import {
  emptyReport,
  type ImportReport,
  noteOutcomes,
  noteProblems,
  noteTable,
  nothingSeen,
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

export type Tools = Pick<Deps, 'db' | 'now' | 'newId' | 'seal' | 'definitions' | 'config'>
export type Upload = { bytes: Uint8Array; teamId: string | null; dryRun: boolean }
export type Progress = { done: number; of: number }
/** Called after every part; with a transaction where the part was written, so that progress is never ahead of it. */
export type Tell = (progress: Progress, tx?: Tx) => Promise<unknown>

type Job<One> = { matter: Matter<One>; table: CsvTable; tell: Tell }

/**
 * Imports a file, or says what an import would do. The whole file is read and checked first: one wrong row and nothing is
 * imported. Memory stays flat: rows are read a part at a time, in both rounds.
 */
export async function importFile<One>(
  { bytes, dryRun }: Pick<Upload, 'bytes' | 'dryRun'>,
  columns: readonly Column[],
  begin: () => Promise<Matter<One>>,
  tell: Tell,
): Promise<ImportReport> {
  const report = emptyReport()
  try {
    const table = await openTable(bytes, columns)
    noteTable(report, table)
    const job = { matter: await begin(), table, tell }
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
async function check<One>(job: Job<One>, report: ImportReport, dryRun: boolean) {
  const { matter, table, tell } = job
  const keys = new Set<string>()
  const seen = nothingSeen()
  for await (const rows of inParts(table)) {
    const good = rows.flatMap((row) => {
      const read = readRow(job, row, keys)
      if (!Array.isArray(read)) return [read]
      noteProblems(report, read)
      return []
    })
    report.rows += rows.length
    if (dryRun && report.problemCount === 0) {
      const outcomes = await matter.preview(good.map(({ one }) => one))
      noteOutcomes(report, good.map(named(matter)), outcomes, seen)
    }
    if (report.rows % TELL_EVERY === 0 || rows.length < PART)
      await tell({ done: dryRun ? report.rows : 0, of: dryRun ? 0 : report.rows })
    await setImmediate() // others get their turn: SQLite answers within the same one
  }
}

async function write<One>(job: Job<One>, report: ImportReport) {
  const { matter, table, tell } = job
  const seen = nothingSeen()
  let done = 0
  for await (const rows of inParts(table)) {
    const good = rows.flatMap((row) => {
      const read = readRow(job, row, new Set())
      return Array.isArray(read) ? [] : [read]
    })
    done += rows.length
    const alongside = (tx: Tx) => tell({ done, of: report.rows }, tx)
    const outcomes = await matter.write(
      good.map(({ one }) => one),
      alongside,
    )
    noteOutcomes(report, good.map(named(matter)), outcomes, seen)
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

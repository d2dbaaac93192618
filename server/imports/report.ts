import type { Admission, MessageProblem, RowWhat } from '../../core/feeds/appointment-message.ts'
import type { CsvTable } from './read-csv.ts'

/** By what a row is named; '' for the number and the time of an appointment where the row is none. */
export type Named = { number: string; patientNumber: string; startsAt: string }
/** What became of one row, or would. */
export type Outcome = Omit<Admission, 'what'> & { what: RowWhat }
/** The same in a report: by numbers only, so that no name stays behind. */
export type ReportRow = { row: number; line: number } & Named &
  Pick<Outcome, 'what' | 'person' | 'enrolment' | 'reason' | 'notes'>

/** What is wrong with a cell. `column` is the header as it stands in the file; null where it is the whole row. */
export type RowProblem = { row: number; line: number; column: string | null } & MessageProblem

export type ImportReport = {
  rows: number
  counts: Partial<Record<RowWhat, number>>
  newPatients: number
  newEnrolments: number
  /** The first `MOST_LISTED` that need somebody's attention and as many of the others, in the order of the file. */
  listed: ReportRow[]
  problems: RowProblem[]
  problemCount: number
  wrongRows: number
  ignoredColumns: string[]
  encoding: string
  delimiter: string
  /** Why the file as a whole could not be read or finished: a code with what belongs to it. */
  failure: { code: string; detail: Record<string, unknown> } | null
}

const MOST_LISTED = 200

export const emptyReport = (): ImportReport => ({
  rows: 0,
  counts: {},
  newPatients: 0,
  newEnrolments: 0,
  listed: [],
  problems: [],
  problemCount: 0,
  wrongRows: 0,
  ignoredColumns: [],
  encoding: '',
  delimiter: '',
  failure: null,
})

export function noteTable(report: ImportReport, { format, ignored }: CsvTable): void {
  report.encoding = format.encoding
  report.delimiter = format.delimiter
  report.ignoredColumns = ignored.slice(0, 50)
}

export function noteProblems(report: ImportReport, problems: readonly RowProblem[]): void {
  if (problems.length === 0) return
  report.wrongRows += 1
  report.problemCount += problems.length
  report.problems.push(...problems.slice(0, MOST_LISTED - report.problems.length))
}

/** What one reading of a file has counted: people and care paths once each, and how full the two lists are. */
export type Seen = { people: Set<string>; enrolments: Set<string>; attention: number; plain: number }
export const nothingSeen = (): Seen => ({ people: new Set(), enrolments: new Set(), attention: 0, plain: 0 })

/** Counts what became of some rows, and lists those that are to be seen. */
export function noteOutcomes(
  report: ImportReport,
  rows: readonly Pick<ReportRow, 'row' | 'line' | keyof Named>[],
  outcomes: readonly Outcome[],
  seen: Seen,
): void {
  for (const [place, outcome] of outcomes.entries()) {
    const { what, person, enrolment, reason, notes, patientId, enrolmentId } = outcome
    const from = rows[place]
    if (!from) continue
    report.counts[what] = (report.counts[what] ?? 0) + 1
    if (person === 'new' && patientId && !seen.people.has(patientId)) {
      seen.people.add(patientId)
      report.newPatients += 1
    }
    if (enrolment === 'new' && enrolmentId && !seen.enrolments.has(enrolmentId)) {
      seen.enrolments.add(enrolmentId)
      report.newEnrolments += 1
    }
    if (!takePlace(seen, needsAttention(outcome))) continue
    report.listed.push({ ...from, what, person, enrolment, reason, notes })
  }
}

const needsAttention = ({ what, notes }: Pick<Outcome, 'what' | 'notes'>): boolean =>
  what === 'set-aside' || what === 'skipped' || notes.length > 0

function takePlace(seen: Seen, attention: boolean): boolean {
  const list = attention ? 'attention' : 'plain'
  if (seen[list] >= MOST_LISTED) return false
  seen[list] += 1
  return true
}

import type { MessageProblem } from '../../core/feeds/appointment-message.ts'
import type { Tx } from '../db/database.ts'
import type { CsvRow, CsvTable } from './read-csv.ts'
import type { Named, Outcome, RowProblem } from './report.ts'

type Cells = CsvRow['cells']
/** What the rows of one kind of file stand for, and what is done with them. `One` is a row that was understood. */
export type Matter<One> = {
  /** In which column a field of what was read stood. */
  columnOf(field: string): string | null
  /** What a row says, or everything that is wrong with it: whoever mends a file does so once. */
  read(cells: Cells): One | MessageProblem[]
  /** By what a row stands in a file once, and the problem when it stands there twice. */
  keyOf(cells: Cells): { key: string; twice: MessageProblem }
  /** By what the report names it. */
  nameOf(one: One): Named
  /** What would become of these, after those that were previewed before. */
  preview(some: readonly One[]): Promise<readonly Outcome[]>
  /** Takes these in, in one transaction with what goes alongside. */
  write(some: readonly One[], alongside: (tx: Tx) => Promise<unknown>): Promise<readonly Outcome[]>
}

/** A row that was understood, with its place in the file. */
export type Good<One> = { row: number; line: number; one: One }

export const named =
  <One>({ nameOf }: Matter<One>) =>
  ({ row, line, one }: Good<One>) => ({ row, line, ...nameOf(one) })

export function readRow<One>(
  { matter, table }: { matter: Matter<One>; table: CsvTable },
  { row, line, cells, wrongCount }: CsvRow,
  keys: Set<string>,
): Good<One> | RowProblem[] {
  if (wrongCount)
    return [{ row, line, column: null, field: '', code: 'cell-count', value: '', options: [wrongCount] }]
  const read = matter.read(cells)
  const again = saidTwice(matter.keyOf(cells), keys)
  if (!Array.isArray(read) && again.length === 0) return { row, line, one: read }
  return [...(Array.isArray(read) ? read : []), ...again].map((problem) => ({
    row,
    line,
    column: table.headers[matter.columnOf(problem.field) ?? ''] ?? null,
    ...problem,
  }))
}

function saidTwice(
  { key, twice }: ReturnType<Matter<unknown>['keyOf']>,
  keys: Set<string>,
): MessageProblem[] {
  if (key === '') return []
  if (keys.has(key)) return [twice]
  keys.add(key)
  return []
}

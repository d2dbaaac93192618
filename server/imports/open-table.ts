import { refused } from '../http/problem.ts'
import { isPacked, type MostOf, readWorkbook } from '../workbook/read-workbook.ts'
import { type Column, type CsvRow, type CsvTable, headed, openCsv, rowOf } from './read-csv.ts'

/** A workbook is read as a whole; a larger file goes in as CSV, row by row. */
const MOST: MostOf = { bytes: 60_000_000, rows: 20_001, columns: 100, megabytes: 700, milliseconds: 60_000 }

/**
 * Opens a file of rows, CSV or a workbook (XLSX, its first sheet): the same columns, the same faults. Refuses (422) as
 * `openCsv`, and a workbook that cannot be read or is too large ('xlsx_unreadable').
 */
export async function openTable(bytes: Uint8Array, columns: readonly Column[]): Promise<CsvTable> {
  if (!isPacked(bytes)) return openCsv(bytes, columns)
  const rows = await readWorkbook(bytes, MOST)
  if (!rows) throw refused('xlsx_unreadable', 'This workbook cannot be read, or is too large')
  const [first, ...rest] = rows.map((cells, at) => ({ cells, line: at + 1 })).filter(isFilled)
  if (!first) throw refused('csv_empty', 'The file is empty')
  const { headers, ignored, ids } = headed(first.cells, columns)
  if (rest.length === 0) throw refused('csv_no_rows', 'The file has a first line and nothing below it')
  const format = { encoding: 'xlsx', delimiter: '' } as const
  return { format, headers, ignored, rows: () => inTurn(rest, ids) }
}

const isFilled = ({ cells }: { cells: readonly string[] }) => cells.some((cell) => cell !== '')

async function* inTurn(
  rows: readonly { cells: string[]; line: number }[],
  ids: readonly (string | undefined)[],
): AsyncGenerator<CsvRow> {
  // A sheet has no end of a row: empty cells behind the last column are nothing.
  for (const [at, { cells, line }] of rows.entries())
    yield { ...rowOf(cells, ids), row: at + 1, line, wrongCount: null }
}

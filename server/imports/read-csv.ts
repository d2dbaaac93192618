import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { fold } from '../../core/words/fold.ts'
import { type Problem, refused } from '../http/problem.ts'
import { type CsvFormat, decode, detectFormat } from './csv-text.ts'

/** A column that a file may have: `names` in any language, compared without case, marks and punctuation. */
export type Column = { id: string; names: readonly string[]; required?: boolean }
/** `row` counts data rows from 1, `line` lines of the file; `cells` by column id, only those that are filled in. */
export type CsvRow = { row: number; line: number; cells: Record<string, string>; wrongCount: string | null }
export type CsvTable = {
  format: CsvFormat | { encoding: 'xlsx'; delimiter: '' }
  /** Headers as they stand in the file, by column id. */
  headers: Record<string, string>
  /** Headers that mean nothing here; their cells are not read. */
  ignored: string[]
  rows(): AsyncGenerator<CsvRow>
}

const MOST_ROWS = 100_000
/** A row longer than this is a quote that was never closed. */
const LONGEST_ROW = 100_000

/**
 * Opens a CSV file: UTF-8, UTF-16 or Windows-1252; comma, semicolon or tab; columns in any order. Rows are read as they
 * are asked for. Refuses (422, codes csv_*) with line and cause what is no CSV, has no header, has one twice, or lacks
 * a required column. Formulas are plain text, as everything here.
 */
export async function openCsv(bytes: Uint8Array, columns: readonly Column[]): Promise<CsvTable> {
  const format = detectFormat(bytes)
  const { headers, ignored, ids } = headed(await readFirst(bytes, format), columns)
  return { format, headers, ignored, rows: () => dataRows(bytes, format, ids) }
}

/** What the first row of a file names; `ids` by place. Refuses (422) as `openCsv`. */
export function headed(first: string[], columns: readonly Column[]) {
  const found = first.map((name) =>
    columns.find(({ names }) => names.some((one) => fold(one) === fold(name))),
  )
  checkHeader(first, found, columns)
  const headers: Record<string, string> = {}
  for (const [place, column] of found.entries()) if (column) headers[column.id] = first[place] ?? ''
  const ignored = first.filter((name, place) => name !== '' && !found[place])
  return { headers, ignored, ids: found.map((column) => column?.id) }
}

/** The cells of a row by column, those that are filled in. */
export function rowOf(cells: readonly string[], ids: readonly (string | undefined)[]): Pick<CsvRow, 'cells'> {
  const filled: Record<string, string> = {}
  for (const [place, id] of ids.entries()) if (id && cells[place]) filled[id] = cells[place]
  return { cells: filled }
}

async function readFirst(bytes: Uint8Array, format: CsvFormat): Promise<string[]> {
  for await (const { cells } of records(bytes, format)) return cells
  throw refused('csv_empty', 'The file is empty')
}

function checkHeader(first: string[], found: (Column | undefined)[], columns: readonly Column[]) {
  const required = columns.filter((column) => column.required)
  if (!found.some(Boolean))
    throw refused('csv_no_header', 'The first line does not name the columns', {
      line: first.slice(0, 20),
      columns: required.map(({ names }) => names[0]),
    })
  const twice = found.find((column, place) => column && found.indexOf(column) !== place)
  if (twice) {
    const names = first.filter((_, place) => found[place] === twice)
    throw refused('csv_header_twice', `Two columns mean the same: ${names.join(', ')}`, { columns: names })
  }
  const missing = required.filter((column) => !found.includes(column)).map(({ names }) => names)
  if (missing.length > 0)
    throw refused('csv_columns_missing', `The file lacks: ${missing.map(([name]) => name).join(', ')}`, {
      columns: missing,
    })
}

async function* dataRows(
  bytes: Uint8Array,
  format: CsvFormat,
  ids: (string | undefined)[],
): AsyncGenerator<CsvRow> {
  let row = -1
  for await (const { cells, line } of records(bytes, format)) {
    row += 1
    if (row === 0) continue
    if (row > MOST_ROWS) throw refused('csv_too_long', `More than ${MOST_ROWS} rows`, { most: MOST_ROWS })
    const wrongCount = cells.length === ids.length ? null : `${cells.length} ≠ ${ids.length}`
    yield { ...rowOf(cells, ids), row, line, wrongCount }
  }
  if (row < 1) throw refused('csv_no_rows', 'The file has a first line and nothing below it')
}

async function* records(bytes: Uint8Array, { encoding, delimiter }: CsvFormat) {
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    trim: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
  })
  const source = Readable.from(decode(bytes, encoding))
  source.pipe(parser)
  try {
    for await (const one of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>)
      yield { cells: one.record, line: one.info.lines }
  } catch (error) {
    throw error instanceof CsvError ? malformed(error, parser.info.lines) : error
  } finally {
    source.destroy()
    parser.destroy()
  }
}

function malformed(error: CsvError, line: number): Problem {
  const isQuote = /QUOTE|MAX_RECORD_SIZE/.test(error.code)
  return isQuote
    ? refused('csv_quote', `A quotation mark near line ${line} is not closed or stands inside a value`, {
        line,
      })
    : refused('csv_malformed', `The file cannot be read near line ${line}`, { line, cause: error.code })
}

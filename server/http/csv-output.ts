/** A number stays one, also below nought: it runs nothing. */
const isNumber = (value: string) => /^-?\d+([.,]\d+)?(e[+-]?\d+)?$/.test(value)

/** A cell that a spreadsheet would run is defused with an apostrophe; quotes are doubled. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) && !isNumber(value) ? `'${value}` : value
  return /[";\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Lines of CSV: semicolons between cells, lines ended the old way. */
export const csvLines = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('')

/** CSV as spreadsheets in Europe open it by a double click: with a mark for UTF-8. */
export const writeCsv = (rows: readonly (readonly string[])[]): string => `\uFEFF${csvLines(rows)}`

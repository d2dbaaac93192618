/** What stands in a cell; the library's own type says the class where it means a day. */
type Cell = string | number | boolean | Date | DateConstructor | null

/** Before this a workbook counts no days: a cell shows a time of day only. */
const FIRST_DAY = Date.UTC(1900, 0, 2)

/** A cell as somebody would write it in a CSV: a date as 2026-03-24, with its time behind it, a time as 09:30. */
export function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (!(cell instanceof Date)) return String(cell).trim()
  // A day is counted in fractions: 09:30 may be a thousandth of a second less.
  const told = new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString()
  const [day = '', time = ''] = told.slice(0, 16).split('T')
  if (cell.getTime() < FIRST_DAY) return time
  return time === '00:00' ? day : `${day} ${time}`
}

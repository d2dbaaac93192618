import type { Context } from 'hono'
import { writeCsv } from '../http/csv-output.ts'

/** Rows as a file that a spreadsheet opens. */
export const csvAnswer = (c: Context, rows: string[][]) =>
  c.body(writeCsv(rows), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment',
  })

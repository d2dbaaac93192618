import { Buffer } from 'node:buffer'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { Offer, ReadOffer } from '../../../core/questionnaire/offered.ts'
import { lineShape } from '../../../core/shapes.ts'
import { offerFromSheet } from '../../../core/wording/from-sheet.ts'
import { offerFromJson } from '../../../core/wording/read-offer.ts'
import { refused } from '../../http/problem.ts'
import { isPacked, type MostOf, readWorkbook } from '../../workbook/read-workbook.ts'

/** A file as a page sends it: base64, so that a workbook comes whole; and the language of texts that name none. */
export const fileShape = z.strictObject({
  name: lineShape(1, 200),
  base64: z.base64().min(4),
  language: z.string().regex(/^[a-z]{2}$/),
})
export type WordingFile = z.infer<typeof fileShape>

/** The questions in a file, whichever kind it is. 422 (`wording_…`) where it holds none that can be read. */
export async function readWordingFile({ base64, language }: WordingFile): Promise<Offer> {
  const read = await offerIn(Buffer.from(base64, 'base64'), language)
  if ('unreadable' in read)
    throw refused(`wording_${read.unreadable}`, 'No wording can be read from this file')
  return read
}

async function offerIn(bytes: Buffer, language: string): Promise<ReadOffer> {
  if (isPacked(bytes)) {
    const rows = await readWorkbook(bytes, MOST_OF_SHEET)
    return rows ? offerFromSheet(rows, language) : { unreadable: 'not_a_questionnaire' }
  }
  const text = textIn(bytes)
  if (/^\s*[{[]/.test(text)) return offerFromJson(text, language)
  const rows = rowsIn(text)
  if (!rows) return { unreadable: 'open_quote' }
  return rows.length > MOST_ROWS ? { unreadable: 'too_large' } : offerFromSheet(rows, language)
}

/** UTF-8 where it is that, else what older spreadsheets write. */
function textIn(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const MOST_ROWS = 2000

/** A sheet of questions: the largest of ours would be 200 kB, and is read in a fraction of a second. */
const MOST_OF_SHEET: MostOf = {
  bytes: 5_000_000,
  rows: MOST_ROWS,
  columns: 50,
  megabytes: 128,
  milliseconds: 15_000,
}

/** The one sign between cells that stands most often in the first line: the others are part of a text. */
function delimiterOf(text: string): string {
  const [head = ''] = text.trimStart().split(/[\r\n]/, 1)
  const often = (sign: string) => head.split(sign).length
  return [';', ',', '\t'].reduce((best, sign) => (often(sign) > often(best) ? sign : best))
}

function rowsIn(text: string): string[][] | null {
  const options = {
    bom: true,
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    to: MOST_ROWS + 1,
  }
  try {
    return parse(text, options)
  } catch {
    return null
  }
}

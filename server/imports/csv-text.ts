import { isUtf8 } from 'node:buffer'
import { refused } from '../http/problem.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
export type CsvFormat = { encoding: Encoding; delimiter: string }

const PIECE = 64 * 1024

/** How a file is written, from its first bytes and lines. Refuses (422) what is empty or no text. */
export function detectFormat(bytes: Uint8Array): CsvFormat {
  if (bytes.length === 0) throw refused('csv_empty', 'The file is empty')
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw refused('csv_spreadsheet', 'This is a workbook of an old kind. Save it as XLSX or CSV first.')
  const encoding = detectEncoding(bytes)
  const start = new TextDecoder(encoding).decode(bytes.subarray(0, PIECE))
  if (start.includes('\u0000') || startsWith(bytes, 0x25, 0x50, 0x44, 0x46))
    throw refused('csv_not_text', 'This is not a text file. Export the appointments as CSV.')
  if (start.trim() === '') throw refused('csv_empty', 'The file is empty')
  return { encoding, delimiter: detectDelimiter(start) }
}

const startsWith = (bytes: Uint8Array, ...first: number[]) =>
  first.every((byte, place) => bytes[place] === byte)

function detectEncoding(bytes: Uint8Array): Encoding {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le'
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be'
  const wide = bytes.includes(0) && withoutMark(bytes)
  if (wide) return wide
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252' // every byte is a letter of it: what older systems write
}

/** UTF-16 of Western text without a mark at its start: every second byte is nought. */
function withoutMark(bytes: Uint8Array): Encoding | null {
  const some = bytes.subarray(0, 200)
  const noughts = (odd: number) => some.filter((byte, place) => byte === 0 && place % 2 === odd).length
  if (noughts(1) > some.length / 4 && noughts(0) === 0) return 'utf-16le'
  return noughts(0) > some.length / 4 && noughts(1) === 0 ? 'utf-16be' : null
}

/** The separator that the first line has most of, outside of quotes. */
function detectDelimiter(text: string): string {
  const unquoted = text.replace(/"[^"]*"/g, '')
  const [line = ''] = unquoted.replace(/^\s+/, '').split(/\r\n|\n|\r/)
  const times = (separator: string) => line.split(separator).length
  return [';', '\t', ','].toSorted((a, b) => times(b) - times(a))[0] ?? ','
}

/** The text in pieces, so that a large file never stands in memory twice. A mark at the start is left out. */
export function* decode(bytes: Uint8Array, encoding: Encoding): Generator<string> {
  const decoder = new TextDecoder(encoding)
  for (let from = 0; from < bytes.length; from += PIECE)
    yield decoder.decode(bytes.subarray(from, from + PIECE), { stream: true })
  yield decoder.decode()
}

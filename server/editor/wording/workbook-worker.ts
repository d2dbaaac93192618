// A thread of its own for a workbook: what it unpacks to, and how far its cells reach, is looked at before they are read.
import { parentPort, workerData } from 'node:worker_threads'
import { unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/universal'

/** What a sheet of questions may be once it is unpacked; the largest of ours would be 200 kB. */
const MOST_BYTES = 5_000_000
const MOST_FILES = 200
/** How far its cells may reach: the reader fills in every cell before the last one. */
const MOST_ROWS = 2000
const MOST_COLUMNS = 50

async function rowsIn(bytes: Uint8Array): Promise<string[][] | null> {
  try {
    if (!isModest(bytes)) return null
    const rows = await readSheet(Uint8Array.from(bytes).buffer)
    return rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))))
  } catch {
    return null // somebody's file: whatever is wrong with it, it is no sheet that we can read
  }
}

/** By its own list before anything is unpacked, then by where its sheets say that their rows and cells stand. */
function isModest(bytes: Uint8Array): boolean {
  let total = 0
  let files = 0
  const isWithin = () => total <= MOST_BYTES && files <= MOST_FILES
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      total += originalSize
      files += 1
      return isWithin() && name.endsWith('.xml')
    },
  })
  return isWithin() && Object.values(parts).every((part) => isNear(new TextDecoder().decode(part)))
}

/** A part without cells has none that stand too far. */
function isNear(part: string): boolean {
  if (!part.includes('sheetData')) return true
  const rows = part.match(/<(?:\w+:)?row\b/g) ?? []
  return (
    rows.length <= MOST_ROWS &&
    [...part.matchAll(/\br\s*=\s*["']([^"']*)/g)].every(([, at = '']) => stands(at))
  )
}

/** `B12` or, of a row, `12`; anything else is no place in a sheet of questions. */
function stands(at: string): boolean {
  const [, letters = '', row = ''] = /^([A-Z]{0,2})(\d{1,4})$/.exec(at) ?? []
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return row !== '' && Number(row) <= MOST_ROWS && column <= MOST_COLUMNS
}

parentPort?.postMessage(await rowsIn(workerData as Uint8Array))

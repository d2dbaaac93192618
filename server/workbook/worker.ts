// A thread of its own for a workbook: what it unpacks to, and how far its cells reach, is looked at before they are read.
import { parentPort, workerData } from 'node:worker_threads'
import { unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/universal'
import { cellText } from './cell-text.ts'
import type { MostOf } from './read-workbook.ts'

const MOST_FILES = 200

async function rowsIn(bytes: Uint8Array, most: MostOf): Promise<string[][] | null> {
  try {
    if (!isModest(bytes, most)) return null
    const rows = (await readSheet(Uint8Array.from(bytes).buffer)).map((row) => row.map(cellText))
    return isShort(rows, most) ? rows : null
  } catch {
    return null // somebody's file: whatever is wrong with it, it is no sheet that we can read
  }
}

/** By its own list before anything is unpacked, then by where its sheets say that their rows and cells stand. */
function isModest(bytes: Uint8Array, most: MostOf): boolean {
  let total = 0
  let files = 0
  const isWithin = () => total <= most.bytes && files <= MOST_FILES
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      total += originalSize
      files += 1
      return isWithin() && name.endsWith('.xml')
    },
  })
  return isWithin() && Object.values(parts).every((part) => isNear(new TextDecoder().decode(part), most))
}

/** A part without cells has none that stand too far. */
function isNear(part: string, most: MostOf): boolean {
  if (!part.includes('sheetData')) return true
  let rows = 0
  for (const _ of part.matchAll(/<(?:\w+:)?row\b/g)) if (++rows > most.rows) return false
  for (const [, at = ''] of part.matchAll(/\br\s*=\s*["']([^"']*)/g)) if (!stands(at, most)) return false
  return true
}

/** `B12` or, of a row, `12`; anything else is no place in a sheet. */
function stands(at: string, most: MostOf): boolean {
  const [, letters = '', row = ''] = /^([A-Z]{0,2})(\d{1,6})$/.exec(at) ?? []
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return row !== '' && Number(row) <= most.rows && column <= most.columns
}

/** Cells may share one text: outside of this thread each has its own. */
function isShort(rows: readonly string[][], most: MostOf): boolean {
  let characters = 0
  return rows.every((row) =>
    row.every((text) => {
      characters += text.length
      return characters <= most.bytes
    }),
  )
}

const { bytes, most } = workerData as { bytes: Uint8Array; most: MostOf }
parentPort?.postMessage(await rowsIn(bytes, most))

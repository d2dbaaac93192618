import { Buffer } from 'node:buffer'
import { readSheet } from 'read-excel-file/universal'

/** What a sheet of questions may be once it is unpacked; the largest of ours would be 200 kB. */
const MOST_BYTES = 5_000_000
const MOST_FILES = 200

/** The cells of a workbook's first sheet as texts; null where it cannot be read, or would unpack to too much. */
export async function readWorkbook(bytes: Buffer): Promise<string[][] | null> {
  if (!isModest(bytes)) return null
  try {
    const rows = await readSheet(Uint8Array.from(bytes).buffer)
    return rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))))
  } catch {
    return null // somebody's file: whatever is wrong with it, it is no sheet that we can read
  }
}

/** How each line of that list begins: PK\x01\x02. */
const ENTRY = Buffer.from([0x50, 0x4b, 1, 2])

/** By the list at the end of the file, before anything is unpacked; what it says is all that is unpacked. */
function isModest(bytes: Buffer): boolean {
  let total = 0
  let files = 0
  for (let at = bytes.indexOf(ENTRY); at !== -1; at = bytes.indexOf(ENTRY, at + 4)) {
    if (at + 28 > bytes.length) return false
    total += bytes.readUInt32LE(at + 24)
    files += 1
    if (total > MOST_BYTES || files > MOST_FILES) return false
  }
  return files > 0
}

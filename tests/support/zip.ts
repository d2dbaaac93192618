import { Buffer } from 'node:buffer'
import { crc32 } from 'node:zlib'

/** A ZIP file of these texts, by name, nothing of it compressed (APPNOTE 4.3: local headers, central directory, its end). */
export function zipOf(files: Readonly<Record<string, string>>): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const [path, data] = [Buffer.from(name), Buffer.from(text)]
    const about = [
      numbers(
        [20, 2],
        [0, 2],
        [0, 2],
        [0, 4],
        [crc32(data), 4],
        [data.length, 4],
        [data.length, 4],
        [path.length, 2],
        [0, 2],
      ),
    ]
    const header = Buffer.concat([numbers([0x04034b50, 4]), ...about, path])
    local.push(header, data)
    const rest = numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4])
    central.push(numbers([0x02014b50, 4], [20, 2]), ...about, rest, path)
    offset += header.length + data.length
  }
  const list = Buffer.concat(central)
  const count = Object.keys(files).length
  const end = numbers(
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [list.length, 4],
    [offset, 4],
    [0, 2],
  )
  return Buffer.concat([...local, list, end])
}

/** Numbers as so many bytes each, the lowest byte first. */
const numbers = (...given: readonly [value: number, bytes: number][]) =>
  Buffer.concat(
    given.map(([value, bytes]) => {
      const written = Buffer.alloc(bytes)
      written.writeUIntLE(value >>> 0, 0, bytes)
      return written
    }),
  )

import { Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

type Entry = { name: string; content: Iterable<Buffer> | AsyncIterable<Buffer> }
type Written = { name: string; at: number; crc: number; packed: number; size: number }

const DEFLATE = 8
const SIZES_FOLLOW = 0x0808 // sizes stand behind the data; names are UTF-8
const OLD_DAY = 0x21 // 1 January 1980: the same data gives the same file

/** A zip archive that is written while it is read (APPNOTE.TXT 4.3, without zip64: less than 4 GB). */
export async function* zip(entries: readonly Entry[]): AsyncGenerator<Buffer> {
  const written: Written[] = []
  let at = 0
  for (const { name, content } of entries) {
    const begun = at
    const head = header(0x04034b50, name, { crc: 0, packed: 0, size: 0 })
    yield head
    at += head.length
    const counted = { crc: 0, packed: 0, size: 0 }
    for await (const part of packed(counting(content, counted))) {
      counted.packed += part.length
      yield part
    }
    const tail = Buffer.alloc(16)
    tail.writeUInt32LE(0x08074b50, 0)
    writeSizes(tail, 4, counted)
    yield tail
    at += counted.packed + tail.length
    written.push({ name, at: begun, ...counted })
  }
  yield* directory(written, at)
}

type Sizes = Pick<Written, 'crc' | 'packed' | 'size'>

async function* counting(content: Entry['content'], counted: Sizes) {
  for await (const part of content) {
    counted.crc = crc32(part, counted.crc)
    counted.size += part.length
    yield part
  }
}

/** Packed as it comes; an error on the way in ends the way out. */
function packed(content: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const deflate = createDeflateRaw()
  const source = Readable.from(content)
  source.on('error', (error) => deflate.destroy(error))
  return source.pipe(deflate)
}

function* directory(written: readonly Written[], at: number): Generator<Buffer> {
  let length = 0
  for (const one of written) {
    const row = header(0x02014b50, one.name, one)
    row.writeUInt32LE(one.at, 42)
    yield row
    length += row.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(written.length, 8)
  end.writeUInt16LE(written.length, 10)
  end.writeUInt32LE(length, 12)
  end.writeUInt32LE(at, 16)
  yield end
}

/** A local header, or the row of the directory, which has sixteen bytes more. */
function header(signature: number, name: string, sizes: Sizes): Buffer {
  const inDirectory = signature === 0x02014b50
  const fixed = inDirectory ? 46 : 30
  const shift = inDirectory ? 2 : 0
  const bytes = Buffer.alloc(fixed + Buffer.byteLength(name))
  bytes.writeUInt32LE(signature, 0)
  if (inDirectory) bytes.writeUInt16LE(20, 4)
  bytes.writeUInt16LE(20, 4 + shift)
  bytes.writeUInt16LE(SIZES_FOLLOW, 6 + shift)
  bytes.writeUInt16LE(DEFLATE, 8 + shift)
  bytes.writeUInt16LE(OLD_DAY, 12 + shift)
  writeSizes(bytes, 14 + shift, sizes)
  bytes.writeUInt16LE(Buffer.byteLength(name), 26 + shift)
  bytes.write(name, fixed)
  return bytes
}

function writeSizes(bytes: Buffer, at: number, { crc, packed: short, size }: Sizes) {
  bytes.writeUInt32LE(crc, at)
  bytes.writeUInt32LE(short, at + 4)
  bytes.writeUInt32LE(size, at + 8)
}

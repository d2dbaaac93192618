import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream, statSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { deriveKey } from '../db/seal.ts'

// A backup is a file of: 10 bytes of name and version, 12 of nonce, gzipped lines encrypted with AES-256-GCM, 16 of tag.
const NAME = Buffer.from('UITKOMST 1')
const NONCE = 12
const TAG = 16

const key = (secret: string) => deriveKey(secret, 'backup')

/** Writes lines into an encrypted file. The file has its name only once it is complete and on disk. */
export async function writeArchive(
  file: string,
  secret: string,
  lines: AsyncIterable<string>,
): Promise<void> {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key(secret), nonce)
  const partial = `${file}.partial`
  const out = createWriteStream(partial, { mode: 0o600 })
  out.write(Buffer.concat([NAME, nonce]))
  await pipeline(Readable.from(lines), createGzip(), cipher, out, { end: false })
  await new Promise<void>((resolve, reject) =>
    out.end(cipher.getAuthTag(), (error?: Error | null) => (error ? reject(error) : resolve())),
  )
  const handle = await open(partial, 'r+')
  await handle.sync()
  await handle.close()
  await rename(partial, file)
}

/**
 * Reads the file twice: first all of it, so that not one line of a file that is damaged or of another installation
 * is used, then line by line.
 */
export async function* readArchive(file: string, secret: string): AsyncGenerator<string> {
  await pipeline(await decrypted(file, secret), async (source) => {
    for await (const _ of source);
  }).catch(() => {
    throw new Error(`${file} cannot be read: it is damaged, or it was made with another SECRET`)
  })
  const plain = (await decrypted(file, secret)).pipe(createGunzip())
  for await (const line of createInterface({ input: plain, crlfDelay: Number.POSITIVE_INFINITY })) yield line
}

async function decrypted(file: string, secret: string): Promise<Readable> {
  const { size } = statSync(file)
  const handle = await open(file, 'r')
  const head = Buffer.alloc(NAME.length + NONCE)
  const tag = Buffer.alloc(TAG)
  await handle.read(head, 0, head.length, 0)
  await handle.read(tag, 0, TAG, Math.max(0, size - TAG))
  await handle.close()
  if (size < head.length + TAG || !head.subarray(0, NAME.length).equals(NAME))
    throw new Error(`${file} is not a backup of this program`)
  const decipher = createDecipheriv('aes-256-gcm', key(secret), head.subarray(NAME.length)).setAuthTag(tag)
  const plain = new PassThrough()
  pipeline(createReadStream(file, { start: head.length, end: size - TAG - 1 }), decipher, plain).catch(
    (error: Error) => plain.destroy(error),
  )
  return plain
}

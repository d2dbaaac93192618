import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { appendFileSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Config } from '../config.ts'
import { deriveKey } from '../db/seal.ts'

const Anchor = z.object({ number: z.number(), hash: z.string(), signature: z.string(), at: z.string() })
/** A signed position of the chain: seal `number` had this hash at this instant. */
export type Anchor = z.infer<typeof Anchor>

// An Ed25519 private key in PKCS #8 is this header and the 32 bytes of the seed (RFC 8410).
const PKCS8_HEADER = Buffer.from('302e020100300506032b657004220420', 'hex')

export const anchorKey = (secret: string): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([PKCS8_HEADER, deriveKey(secret, 'audit')]),
    format: 'der',
    type: 'pkcs8',
  })

const textOf = ({ number, hash, at }: Omit<Anchor, 'signature'>) => Buffer.from(`${number} ${hash} ${at}`)

export const signAnchor = (key: KeyObject, position: Omit<Anchor, 'signature'>): Anchor => ({
  ...position,
  signature: sign(null, textOf(position), key).toString('base64url'),
})

export const isSigned = (key: KeyObject, anchor: Anchor): boolean =>
  verify(null, textOf(anchor), createPublicKey(key), Buffer.from(anchor.signature, 'base64url'))

type Place = Pick<Config, 'DATA_DIR'>
export const anchorsFile = ({ DATA_DIR }: Place) => join(DATA_DIR, 'audit-anchors.log')

/** Writes an anchor outside of the database, where who can change the one cannot quietly change the other. */
export function keepOutside(config: Place, anchor: Anchor) {
  mkdirSync(config.DATA_DIR, { recursive: true })
  appendFileSync(anchorsFile(config), `${JSON.stringify(anchor)}\n`, { mode: 0o600 })
}

/** The anchors that were written outside; a line that is none counts as a broken one. */
export function readOutside(config: Place): (Anchor | null)[] {
  let text: string
  try {
    text = readFileSync(anchorsFile(config), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map(readLine)
}

function readLine(line: string): Anchor | null {
  try {
    return Anchor.parse(JSON.parse(line))
  } catch {
    return null
  }
}

import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'

export type Seal = {
  /** Encrypts (AES-256-GCM); `place` binds the text to where it stands, so that it cannot be moved elsewhere. */
  close(text: string, place: string): string
  open(sealed: string, place: string): string
  /** A keyed hash: finds equal texts without reading them. */
  key(text: string): string
}

/** A key for one use, derived from the installation's one secret (HKDF-SHA-256). */
export const deriveKey = (secret: string, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'uitkomst', use, 32))

const keys = new Map<string, KeyObject>()

/** A keyed hash (HMAC-SHA-256, base64url) under the key for one use. Keys are kept: making one costs more than a hash. */
export function keyedHash(secret: string, use: string, text: string): string {
  const name = `${use} ${secret}`
  const key = keys.get(name) ?? createSecretKey(deriveKey(secret, use))
  keys.set(name, key)
  return createHmac('sha256', key).update(text).digest('base64url')
}

const VERSION = '1' // of the key: rotation adds a second one

export function createSeal(secret: string): Seal {
  const encryption = createSecretKey(deriveKey(secret, 'seal'))
  const index = createSecretKey(deriveKey(secret, 'seal-index'))
  return {
    close(text, place) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', encryption, nonce).setAAD(Buffer.from(place))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return `${VERSION}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`
    },
    open(sealed, place) {
      const bytes = Buffer.from(sealed.slice(VERSION.length + 1), 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', encryption, bytes.subarray(0, 12), {
        authTagLength: 16, // or a text that was cut short opens with what is left of its tag
      }).setAAD(Buffer.from(place))
      decipher.setAuthTag(bytes.subarray(12, 28))
      return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8')
    },
    key: (text) => createHmac('sha256', index).update(text).digest('base64url'),
  }
}

import { hash } from 'node:crypto'
import { codeOf, UNCHECKED } from '../../core/mail/typed-code.ts'
import { keyedHash } from '../db/seal.ts'

/**
 * The token of a link: 43 characters of base64url, 256 bits. It is derived, not stored: the same mail can be sent
 * again after a crash, and neither a stolen database nor a stolen key opens a link alone.
 */
export const tokenOf = (secret: string, link: { id: string; nonce: string }): string =>
  keyedHash(secret, 'link', `${link.id}.${link.nonce}`)

export const hashOf = (token: string): string => hash('sha256', token, 'base64url')

/** The short code of a link, for a letter: 60 bits, derived as the token is. */
export const typedCodeOf = (secret: string, link: { id: string; nonce: string }): string =>
  codeOf(Buffer.from(keyedHash(secret, 'typed-code', `${link.id}.${link.nonce}`), 'base64url'))

/** The code as it stands in the link of a text message: short, without the character that checks what is typed. */
export const linkedCode = (code: string): string => code.slice(0, UNCHECKED)

/** By which a code is found. Keyed: 60 bits could be tried out against a plain hash in a stolen database. */
export const codeKeyOf = (secret: string, code: string): string => keyedHash(secret, 'typed-code-key', code)

/** What people and mail programs add to a link when they copy it. */
export const cleanToken = (text: string): string => text.trim().replace(/[.,)>'"\s]+$/, '')

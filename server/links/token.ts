import { hash } from 'node:crypto'
import { keyedHash } from '../db/seal.ts'

/**
 * The token of a link: 43 characters of base64url, 256 bits. It is derived, not stored: the same mail can be sent
 * again after a crash, and neither a stolen database nor a stolen key opens a link alone.
 */
export const tokenOf = (secret: string, link: { id: string; nonce: string }): string =>
  keyedHash(secret, 'link', `${link.id}.${link.nonce}`)

export const hashOf = (token: string): string => hash('sha256', token, 'base64url')

/** What people and mail programs add to a link when they copy it. */
export const cleanToken = (text: string): string => text.trim().replace(/[.,)>'"\s]+$/, '')

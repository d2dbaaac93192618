import { createHmac, hash } from 'node:crypto'
import { deriveKey } from '../db/seal.ts'

const keys = new Map<string, Buffer>()

function linkKey(secret: string): Buffer {
  const key = keys.get(secret) ?? deriveKey(secret, 'link')
  keys.set(secret, key)
  return key
}

/**
 * The token of a link: 43 characters of base64url, 256 bits. It is derived, not stored: the same mail can be sent
 * again after a crash, and neither a stolen database nor a stolen key opens a link alone.
 */
export const tokenOf = (secret: string, link: { id: string; nonce: string }): string =>
  createHmac('sha256', linkKey(secret)).update(`${link.id}.${link.nonce}`).digest('base64url')

export const hashOf = (token: string): string => hash('sha256', token, 'base64url')

/** What people and mail programs add to a link when they copy it. */
export const cleanToken = (text: string): string => text.trim().replace(/[.,)>'"\s]+$/, '')

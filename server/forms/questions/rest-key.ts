import { createHmac } from 'node:crypto'
import { deriveKey } from '../../db/seal.ts'

const keys = new Map<string, Buffer>()

function restingKey(secret: string): Buffer {
  const key = keys.get(secret) ?? deriveKey(secret, 'unsent-answers')
  keys.set(secret, key)
  return key
}

/**
 * The key with which a browser locks answers that it could not send yet: 256 bits of its own for each assessment,
 * handed out with the session and kept by no browser. Without the session what rests there opens for nobody.
 */
export const restKey = (secret: string, assessmentId: string): string =>
  createHmac('sha256', restingKey(secret)).update(assessmentId).digest('base64url')

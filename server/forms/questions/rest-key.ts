import { keyedHash } from '../../db/seal.ts'

/**
 * The key with which a browser locks answers that it could not send yet: 256 bits of its own for each assessment,
 * handed out with the session and kept by no browser. Without the session what rests there opens for nobody.
 */
export const restKey = (secret: string, assessmentId: string): string =>
  keyedHash(secret, 'unsent-answers', assessmentId)

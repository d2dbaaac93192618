import type { Seal } from '../db/seal.ts'

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ' // Crockford's base 32: no letters that look like digits

/**
 * What a patient on a care path is called where names are not shown, such as 'K7Q-4MD': the same every time, and saying
 * nothing to who does not have the installation's key. One of a billion: two in one team are not to be expected.
 */
export function pathCode(seal: Pick<Seal, 'key'>, enrolmentId: string): string {
  const bytes = Buffer.from(seal.key(`path:${enrolmentId}`), 'base64url').subarray(0, 6)
  const letters = [...bytes].map((byte) => LETTERS[byte % LETTERS.length])
  return `${letters.slice(0, 3).join('')}-${letters.slice(3).join('')}`
}

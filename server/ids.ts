import { randomBytes } from 'node:crypto'

const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz' // Crockford's base 32: no letters that look like digits

/** Ids that sort by the time they were made (48 bits of milliseconds, 80 random): new rows land side by side in an index. */
export const createIds = (now: () => Date) => (prefix: string) => {
  let time = now().getTime()
  let text = ''
  for (let place = 0; place < 10; place++) {
    text = DIGITS[time % 32] + text
    time = Math.floor(time / 32)
  }
  for (const byte of randomBytes(16)) text += DIGITS[byte % 32]
  return `${prefix}_${text}`
}

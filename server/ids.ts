import { randomFillSync } from 'node:crypto'

const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz' // Crockford's base 32: no letters that look like digits

/** Random bytes are drawn for many ids at once: asking the system costs more than all else of an id. */
const RANDOM = 16
const pool = Buffer.alloc(256 * RANDOM)
let drawn = pool.length

function randomPart(): string {
  if (drawn === pool.length) {
    randomFillSync(pool)
    drawn = 0
  }
  let text = ''
  for (let place = 0; place < RANDOM; place++) text += DIGITS[(pool[drawn + place] as number) % 32]
  drawn += RANDOM
  return text
}

/** Ids that sort by the time they were made (48 bits of milliseconds, 80 random): new rows land side by side in an index. */
export const createIds = (now: () => Date) => (prefix: string) => {
  let time = now().getTime()
  let text = ''
  for (let place = 0; place < 10; place++) {
    text = DIGITS[time % 32] + text
    time = Math.floor(time / 32)
  }
  return `${prefix}_${text}${randomPart()}`
}

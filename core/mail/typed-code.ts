// A code that somebody types from a letter: twelve characters of Crockford's base32 (60 bits) and one that checks them.
// No I, L, O or U: what is read as one of those is taken for the digit it looks like.

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** So many characters, before the one that checks them. */
export const UNCHECKED = 12
/** Crockford's check symbol is the number modulo 37; these five stand for what has no digit of its own. */
const CHECKS = `${DIGITS}*~$=U`

/** The code for the first 60 bits of at least 8 bytes. */
export function codeOf(bytes: Uint8Array): string {
  const number = bytes.subarray(0, 8).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n) >> 4n
  const digits = Array.from({ length: UNCHECKED }, (_, place) => {
    const value = (number >> BigInt(5 * (UNCHECKED - 1 - place))) & 31n
    return DIGITS[Number(value)] ?? ''
  }).join('')
  return digits + checkOf(digits)
}

function checkOf(digits: string): string {
  const number = Array.from(digits).reduce((sum, digit) => sum * 32n + BigInt(DIGITS.indexOf(digit)), 0n)
  return CHECKS[Number(number % 37n)] ?? ''
}

/** The code that a link of a text message holds without its check, or null where it holds none. */
export function codeInLink(text: string): string | null {
  const digits = text.toUpperCase()
  const isCode = digits.length === UNCHECKED && Array.from(digits).every((one) => DIGITS.includes(one))
  return isCode ? digits + checkOf(digits) : null
}

/** As it is printed: 'ABCD-EFGH-JKMN-P'. */
export const printedCode = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? code

/** What somebody typed as the code it stands for, or null where it cannot be one: a slip of the finger is no guess. */
export function typedCode(typed: string): string | null {
  const clean = typed
    .toUpperCase()
    .replace(/[\s.\-–—_]/g, '')
    .slice(0, UNCHECKED + 1)
  const digits = clean.slice(0, UNCHECKED).replace(/[IL]/g, '1').replace(/O/g, '0')
  if (digits.length < UNCHECKED || Array.from(digits).some((one) => !DIGITS.includes(one))) return null
  const check = clean.slice(UNCHECKED).replace(/[IL]/, '1').replace(/O/, '0')
  return check === checkOf(digits) ? digits + check : null
}

// A telephone number as people write it, as the one form that a gateway for text messages takes (E.164).

/** Who writes a number without its country is in this one. */
const HOME = '31'
/** Numbers of the Netherlands that take text messages: 06 and eight digits more. */
const DUTCH_MOBILE = /^316\d{8}$/

/** '06-1234 5678', '0031 6 12345678', '+31 (0)6 12345678' as '+31612345678'; null for what is no whole number. */
export function internationalNumber(typed: string): string | null {
  const written = typed.replace(/\(0\)/g, '').replace(/[\s().\-/]/g, '')
  if (!/^\+?\d+$/.test(written)) return null
  const digits = written.startsWith('+')
    ? written.slice(1)
    : written.startsWith('00')
      ? written.slice(2)
      : written.startsWith('0')
        ? `${HOME}${written.slice(1)}`
        : ''
  return /^[1-9]\d{7,14}$/.test(digits) ? `+${digits}` : null
}

/**
 * The number as a gateway takes it, or null where no text message can go there. Of another country it is not known
 * which numbers are mobile: the gateway says so when it is tried.
 */
export function mobileNumber(typed: string): string | null {
  const number = internationalNumber(typed)
  if (!number) return null
  return number.startsWith(`+${HOME}`) && !DUTCH_MOBILE.test(number.slice(1)) ? null : number
}

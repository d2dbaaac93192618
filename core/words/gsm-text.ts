// What fits in one text message: 160 characters of the GSM alphabet (3GPP TS 23.038, 6.2.1), or 70 of any other.

const GSM =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
/** These take the room of two. */
const GSM_DOUBLE = '^{}\\[~]|€'

/** How many text messages a text is: one of 160 or 70, or several of 153 or 67. */
export function textsIn(text: string): number {
  const letters = Array.from(text)
  const isGsm = letters.every((letter) => GSM.includes(letter) || GSM_DOUBLE.includes(letter))
  const size = isGsm
    ? letters.reduce((sum, letter) => sum + (GSM_DOUBLE.includes(letter) ? 2 : 1), 0)
    : text.length
  const [one, each] = isGsm ? [160, 153] : [70, 67]
  return size <= one ? 1 : Math.ceil(size / each)
}

const PLAIN: Record<string, string> = {
  ı: 'i',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '–': '-',
}

/** The same with letters that one text message holds: what the GSM alphabet lacks loses its mark ('ş' becomes 's'). */
export const inGsm = (text: string): string =>
  Array.from(text.normalize('NFC'), (letter) => {
    if (GSM.includes(letter)) return letter
    return PLAIN[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, '')
  }).join('')

/** Advance widths of Atkinson Hyperlegible Next, measured; in hundredths of the type size. */
const WIDTHS = new Map(
  Object.entries({
    20: ' .,:;',
    25: 'ijl·()',
    33: 'ft',
    37: 'r-',
    41: 'I1/',
    45: 'yz',
    52: 'aceksuvxJ7*',
    60: 'BPRSVZ45689',
    65: 'ACDGHKNUX0=w',
    72: 'OQ',
    85: 'mMW—≥≤',
    92: '%',
  }).flatMap(([width, letters]) => letters.split('').map((letter) => [letter, Number(width) / 100] as const)),
)
const OTHERS = 0.56 // an n, and most that are not listed
const BOLD = 1.04 // how much wider the heaviest weight is: what fits, fits in every weight

/** How wide a text will be, or a little less than that. In pixels, of type of `size` pixels. */
export const textWidth = (text: string, size = 12) =>
  text.split('').reduce((sum, letter) => sum + (WIDTHS.get(letter) ?? OTHERS), 0) * size * BOLD

/** Breaks a text into lines of at most `width` pixels; SVG does not do that by itself. */
export function lines(text: string, width: number, size = 12): string[] {
  const done: string[] = []
  for (const word of text.split(' ')) {
    const longer = `${done.at(-1)} ${word}`
    if (done.length > 0 && textWidth(longer, size) <= width) done[done.length - 1] = longer
    else done.push(word)
  }
  return done
}

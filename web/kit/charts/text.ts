const WIDTH_OF_A_LETTER = 0.53 // of the type size: the mean of Atkinson Hyperlegible Next over Dutch and English words

/** How wide a text will be, roughly. In pixels, of type of `size` pixels. */
export const textWidth = (text: string, size = 12) => text.length * size * WIDTH_OF_A_LETTER

/** The text as far as it fits into `width` pixels; nothing when not even three letters do. */
export function shortened(text: string, width: number, size = 12): string {
  if (textWidth(text, size) <= width) return text
  const letters = Math.floor(width / (size * WIDTH_OF_A_LETTER)) - 1
  return letters < 3 ? '' : `${text.slice(0, letters).trimEnd()}…`
}

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

// No imports: this is also on the patient's page.
// Pasted and exported text carries characters that nobody sees: PostgreSQL refuses one of them, mail headers most.
// Those that turn the direction of reading make one name look like another.

const breaks = /[\p{Cc}\p{Zl}\p{Zp}]+/gu
const turns = /\p{Bidi_Control}/gu
const invisible = /(?![\t\n\r])[\p{Cc}\p{Bidi_Control}]/gu

/** Text as one line, such as a name: whatever breaks a line becomes a space. */
export const cleanText = (text: string): string =>
  text.toWellFormed().replace(turns, '').replace(breaks, ' ').trim()

/** Text that may have lines of its own, such as an answer. */
export const cleanLines = (text: string): string => text.toWellFormed().replace(invisible, '').trim()

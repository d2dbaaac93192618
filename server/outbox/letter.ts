import { dirOf, type PatientLanguage } from '../../core/words.ts'

// A letter is a list of paragraphs; text and HTML are made from the same list, so they can never say different things.

export type Paragraph = string | { link: string; label: string; button?: boolean }
export type Letter = { subject: string; paragraphs: Paragraph[] }

const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]/u

export const isOneLine = (text: string): boolean => !CONTROL.test(text)

/** A field as it may stand in a mail: one line. Throws on control characters, with which a header could be forged. */
export function oneLine(text: string): string {
  if (!isOneLine(text)) throw new Error('A control character in a field of a mail')
  return text
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? '')

export const letterText = ({ paragraphs }: Letter): string =>
  paragraphs
    .map((part) =>
      typeof part === 'string' ? oneLine(part) : `${oneLine(part.label)}:\n${oneLine(part.link)}`,
    )
    .join('\n\n')

const BODY =
  'margin:0 auto;max-width:36em;padding:20px;font:18px/1.5 Verdana,Arial,sans-serif;color:#16212b;background:#fff'
const BUTTON =
  'display:inline-block;padding:14px 24px;border-radius:8px;background:#0b666e;color:#fff;font-weight:bold;text-decoration:none'

type Looks = { button: string; link: string }
const inline: Looks = { button: `style="${BUTTON}"`, link: 'style="color:#0b666e"' }

/** The paragraphs alone, for a page that shows the mail and forbids styles of its parts: it gives them classes. */
export const letterFragment = ({ paragraphs }: Letter, looks: Looks): string =>
  paragraphs.map((part) => paragraphHtml(part, looks)).join('\n')

/** Nothing is loaded from anywhere: no images, no style sheets. */
export const letterHtml = (letter: Letter, language: PatientLanguage): string => `<!doctype html>
<html lang="${language}" dir="${dirOf(language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(oneLine(letter.subject))}</title></head>
<body dir="${dirOf(language)}" style="${BODY}">
${letterFragment(letter, inline)}
</body>
</html>
`

function paragraphHtml(part: Paragraph, looks: Looks): string {
  if (typeof part === 'string') return `<p>${escapeHtml(oneLine(part))}</p>`
  const look = part.button ? looks.button : looks.link
  return `<p><a href="${escapeHtml(oneLine(part.link))}" ${look}>${escapeHtml(oneLine(part.label))}</a></p>`
}

import { html, raw } from 'hono/html'
import type { Language } from '../../core/words.ts'
import { hashSource, inlineStyle, patientLook } from '../http/inline-style.ts'
import { type Sayings, sayings } from './say.ts'
import { type PortalWords, words } from './words.ts'

/** A piece of HTML in which everything that was filled in is escaped. */
export type Html = ReturnType<typeof html>

/** How a page speaks: in which language, how large, and whether it is an example. */
export type Voice = {
  language: Language
  size: 1 | 2 | 3
  demo: boolean
  words: PortalWords
  say: Sayings
}

export const voiceIn = (language: Language, size: Voice['size'], demo: boolean, zone: string): Voice => ({
  language,
  size,
  demo,
  words: words[language],
  say: sayings(language, zone),
})

const style = inlineStyle(...patientLook, 'server/portal/portal.css')
export const portalStyles = hashSource(style)

const paths = {
  globe:
    '<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c3 3 3.500 6 3.500 9S15 18 12 21c-3-3-3.500-6-3.500-9S9 6 12 3z"/>',
  text: '<path d="M2 19 8 5l6 14M4.200 14h7.600M15.500 19l3.250-8L22 19M16.600 16.300h4.300"/>',
  phone:
    '<path d="M6 3.500h3l1.700 4.500-2.200 1.700a12 12 0 0 0 5.800 5.800l1.700-2.200 4.500 1.700v3a2 2 0 0 1-2.200 2A16.500 16.500 0 0 1 4 5.700a2 2 0 0 1 2-2.200z"/>',
  onward: '<path d="m9 5 7 7-7 7"/>',
  back: '<path d="m15 5-7 7 7 7"/>',
  done: '<path d="m5 12.500 4.500 4.500L19 7.500"/>',
  better: '<circle cx="12" cy="12" r="10"/><path d="m7.500 12.500 3 3 6-6.500"/>',
  same: '<circle cx="12" cy="12" r="10"/><path d="M8 10h8M8 14h8"/>',
  worse: '<circle cx="12" cy="12" r="10"/><path d="M12 7v6M12 16.500v.010"/>',
}
export const icon = (name: keyof typeof paths, label?: string) =>
  label
    ? html`<svg class="i" viewBox="0 0 24 24" role="img" aria-label="${label}">${raw(paths[name])}</svg>`
    : html`<svg class="i${name === 'onward' ? ' onward' : ''}" viewBox="0 0 24 24" aria-hidden="true">${raw(paths[name])}</svg>`

export const callLink = (phone: string) =>
  html`<a class="tel" href="tel:${phone.replace(/[^+\d]/g, '')}">${icon('phone')}${phone}</a>`

/** A line that leads to another page. */
export const onward = (href: string, text: string) =>
  html`<li><a class="row" href="${href}"><span>${text}</span>${icon('onward')}</a></li>`

/** The whole document. */
export const frame = ({ language, size, demo, words: say }: Voice, title: string, content: Html): Html =>
  html`<!doctype html>
<html lang="${language}"${size > 1 ? html` class="size-${size}"` : ''}>
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body>
<div class="page">
${content}
${demo ? html`<footer class="foot">${say.demo}</footer>` : ''}
</div>
</body>
</html>`

/** Language and size of letters: they work without a script, and come back to the page at `here`. */
export const lookTools = ({ language, size, words: say }: Voice, here: string): Html => {
  const other = language === 'nl' ? 'en' : 'nl'
  return html`<form class="tools" method="post" action="/mijn/look">
<input type="hidden" name="here" value="${here}">
<button class="tool" name="language" value="${other}" lang="${other}">${icon('globe')}${say.otherLanguage}</button>
<button class="tool" name="size" value="${(size % 3) + 1}" aria-label="${say.textSizeNow(size)}">${icon('text')}${say.textSize}</button>
</form>`
}

/** The way back to the overview, above the other pages. */
export const backLine = (voice: Voice, here: string): Html =>
  html`<header class="top"><a class="tool back" href="/mijn">${icon('back')}${voice.words.back}</a>${lookTools(voice, here)}</header>`

export const signOutForm = ({ words: say }: Voice) =>
  html`<form class="after" method="post" action="/mijn/sign-out"><button class="row">${say.signOut}</button></form>`

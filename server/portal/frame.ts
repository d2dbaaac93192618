import { html, raw } from 'hono/html'
import { listed, withinSentence } from '../../core/words/listed.ts'
import { isUnchecked } from '../../core/words/translations.ts'
import { dirOf, type Language, type PatientLanguage, patientLanguages, sayIn } from '../../core/words.ts'
import { fontFace, hashSource, hasTypeface, inlineSheet, patientLook } from '../http/inline-style.ts'
import { type Sayings, sayings } from './say.ts'
import { type PortalWords, words } from './words.ts'

/** A piece of HTML in which everything that was filled in is escaped. */
export type Html = ReturnType<typeof html>

/** How a page speaks: in which language, how large, and whether it is an example. */
export type Voice = {
  language: PatientLanguage
  /** What is said where a definition has no text in that language. */
  otherwise: Language
  size: 1 | 2 | 3
  /** False where the typeface came into this browser during the visit: the pages before had the system's own. */
  letters: boolean
  demo: boolean
  words: PortalWords
  say: Sayings
}

type Speaking = Pick<Voice, 'language' | 'otherwise' | 'size' | 'letters' | 'demo'> & { zone: string }

export const voiceIn = ({ zone, ...speaking }: Speaking): Voice => ({
  ...speaking,
  words: words[speaking.language],
  say: sayings(speaking.language, zone),
})

/** A text of a definition as this reader gets it, plain; one that is read the other way stands by itself in its sentence. */
export function told({ language, otherwise }: Voice, text: Record<string, string>): string {
  const said = sayIn(text, language, otherwise)
  return dirOf(said.language) === dirOf(language) ? said.text : `\u2068${said.text}\u2069`
}

/** The same on a page: it says in which language it is, where that is not the page's. */
export function local({ language, otherwise }: Voice, text: Record<string, string>): Html | string {
  const said = sayIn(text, language, otherwise)
  return said.language === language ? said.text : html`<span ${inLanguage(said.language)}>${said.text}</span>`
}

/** Titles within a sentence. */
export const lowered = (voice: Voice, texts: readonly Record<string, string>[]): string =>
  listed(
    texts.map((text) => {
      const title = sayIn(text, voice.language, voice.otherwise)
      return told(voice, { [title.language]: withinSentence(title) })
    }),
    voice.language,
  )

/** The attributes of a piece in this language. */
export const inLanguage = (language: string): Html => html`lang="${language}" dir="${dirOf(language)}"`

const style = inlineSheet(...patientLook, 'server/portal/portal.css')
const letterStyle = fontFace('swap')
export const portalStyles = `${hashSource(style)} ${hashSource(letterStyle)}`

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
  html`<a class="tel" href="tel:${phone.replace(/[^+\d]/g, '')}">${icon('phone')}<span dir="ltr">${phone}</span></a>`

/** A line that leads to another page. */
export const onward = (href: string, text: string) =>
  html`<li><a class="row" href="${href}"><span>${text}</span>${icon('onward')}</a></li>`

/** The whole document. */
export const frame = (
  { language, size, letters, demo, words: say }: Voice,
  title: string,
  content: Html,
): Html =>
  html`<!doctype html>
<html lang="${language}"${dirOf(language) === 'rtl' ? html` dir="rtl"` : ''}${size > 1 ? html` class="size-${size}"` : ''}>
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${title}</title>
${letters && hasTypeface(language) ? html`<style>${raw(letterStyle)}</style>` : ''}<style>${raw(style)}</style>
</head>
<body>
<div class="page">
${content}
${footLine(isUnchecked(language) ? say.unchecked : '', demo ? say.demo : '')}
</div>
</body>
</html>`

/** What a page says about itself: that nobody has checked its words, that it is an example. */
function footLine(...lines: string[]): Html | string {
  const said = lines.filter(Boolean)
  return said.length > 0
    ? html`<footer class="foot">${said.map((text) => html`<p>${text}</p>`)}</footer>`
    : ''
}

/** Language and size of letters: they work without a script, and come back to the page at `here`. */
export const lookTools = ({ language, size, words: say }: Voice, here: string): Html => {
  const back = html`<input type="hidden" name="here" value="${here}">`
  return html`<div class="tools"><details class="languages"><summary class="tool">${icon('globe')}<span class="sr">${say.language}: </span>${say.languageName}</summary>
<form method="post" action="/mijn/look">${back}${patientLanguages
    .filter((other) => other !== language)
    .map(
      (other) =>
        html`<button class="tool" name="language" value="${other}" ${inLanguage(other)}>${words[other].languageName}</button>`,
    )}</form></details>
<form method="post" action="/mijn/look">${back}
<button class="tool" name="size" value="${(size % 3) + 1}" aria-label="${say.textSizeNow(size)}">${icon('text')}${say.textSize}</button>
</form></div>`
}

/** The way back to the overview, above the other pages. */
export const backLine = (voice: Voice, here: string): Html =>
  html`<header class="top"><a class="tool back" href="/mijn">${icon('back')}${voice.words.back}</a>${lookTools(voice, here)}</header>`

export const signOutForm = ({ words: say }: Voice) =>
  html`<form class="after" method="post" action="/mijn/sign-out"><button class="row">${say.signOut}</button></form>`

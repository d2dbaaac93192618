import { html, raw } from 'hono/html'
import { isUnchecked } from '../../core/words/translations.ts'
import {
  dirOf,
  type Language,
  type PatientLanguage,
  patientLanguages,
  type Said,
  sayIn,
} from '../../core/words.ts'
import { hasTypeface } from '../http/inline-style.ts'
import type { Look } from '../http/look.ts'
import { letterStyle, pageScript, pageStyle, tabletScript } from './style.ts'
import { type FormWords, words } from './words.ts'

/** A piece of HTML in which everything that was filled in is escaped. */
export type Html = ReturnType<typeof html>

/** How a page speaks: in which language, how large, and whether it is an example. */
export type Voice = {
  language: PatientLanguage
  /** What is said where a definition has no text in that language. */
  otherwise: Language
  /** Nobody has signed for these words yet. */
  unchecked: boolean
  size: Look['size']
  demo: boolean
  /** Whether this browser held the typeface before this visit; else it is not waited for. */
  letters: boolean
  /** A device of the clinic: it goes back, and keeps nothing. */
  onTablet: boolean
  words: FormWords
}

type Speaking = {
  language: PatientLanguage
  otherwise?: Language
  size?: Look['size']
  letters?: Look['letters']
  onTablet?: boolean
}

export const voiceIn = (
  { language, otherwise, size, letters, onTablet }: Speaking,
  demo: boolean,
): Voice => ({
  language,
  otherwise: otherwise ?? 'nl',
  unchecked: isUnchecked(language),
  size: size ?? 1,
  demo,
  letters: letters === 'held' && hasTypeface(language),
  onTablet: onTablet === true,
  words: words[language],
})

/** The attributes of a piece in this language. */
export const inLanguage = (language: string): Html => html`lang="${language}" dir="${dirOf(language)}"`

/** A text with its language, where that is not the page's. */
export const marked = (voice: Voice, { text, language }: Said, write = plainly): Html | string =>
  language === voice.language ? write(text) : html`<span ${inLanguage(language)}>${write(text)}</span>`

const plainly = (text: string): Html | string => text

/** Numbers of help lines as the texts of an outcome set write them: 112, 113, 116 123, 0800-0113, 999. */
const HELP_LINE = /\b(11\d(?: ?\d{3})?|999|911|988|0800-?\d{4})\b/

/** A text in which a help line is one press away. */
export const withHelpLines = (text: string): Html =>
  html`${text
    .split(HELP_LINE)
    .map((part, place) =>
      place % 2 === 1 ? html`<a href="tel:${part.replace(/\D/g, '')}">${part}</a>` : part,
    )}`

/** A text of a definition as this reader gets it. */
export const local = (voice: Voice, text: Record<string, string>): Html | string =>
  marked(voice, sayIn(text, voice.language, voice.otherwise))

const paths = {
  globe:
    '<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c3 3 3.500 6 3.500 9S15 18 12 21c-3-3-3.500-6-3.500-9S9 6 12 3z"/>',
  text: '<path d="M2 19 8 5l6 14M4.200 14h7.600M15.500 19l3.250-8L22 19M16.600 16.300h4.300"/>',
  phone:
    '<path d="M6 3.500h3l1.700 4.500-2.200 1.700a12 12 0 0 0 5.800 5.800l1.700-2.200 4.500 1.700v3a2 2 0 0 1-2.200 2A16.500 16.500 0 0 1 4 5.700a2 2 0 0 1 2-2.200z"/>',
  sound:
    '<path d="M4 9.500h3.500L12 5.500v13l-4.500-4H4zM15.500 9a4.500 4.500 0 0 1 0 6M18 6.500a8 8 0 0 1 0 11"/>',
  onward: '<path d="m9 5 7 7-7 7"/>',
  back: '<path d="m15 5-7 7 7 7"/>',
  check: '<path d="m5 12.500 4.500 4.500L19 7.500"/>',
  warning: '<path d="M12 4 2.500 20h19zM12 10v4.500M12 17.500v.010"/>',
}
export const icon = (name: keyof typeof paths) =>
  raw(
    `<svg class="i${name === 'onward' ? ' onward' : ''}" viewBox="0 0 24 24" aria-hidden="true">${paths[name]}</svg>`,
  )

export const callLink = ({ words }: Voice, phone: string, { big = false } = {}) =>
  html`<a class="${big ? 'tel big' : 'tel'}" href="tel:${phone.replace(/[^+\d]/g, '')}">${icon('phone')}${big ? html`<span dir="ltr">${phone}</span>` : words.call(phone)}</a>`

/** What a page brings beyond what it shows: pieces that wait, and the script that turns them; it is there before the first button. */
type Beside = { waiting: Html; script: string }

/**
 * The whole document: every page of the patient's house has this frame. Nothing is painted before all that is seen has
 * come, so that nothing moves when the rest of a line arrives; what waits behind it is not waited for.
 */
export function frame(voice: Voice, title: string, content: Html | Html[], beside?: Beside): Html {
  const { language, size, letters } = voice
  return html`<!doctype html>
<html lang="${language}"${dirOf(language) === 'rtl' ? html` dir="rtl"` : ''}${size > 1 ? html` class="size-${size}"` : ''}>
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,"><link rel="expect" href="#whole" blocking="render">
<title>${title}</title>
<style>${raw(pageStyle)}</style>${letters && letterStyle ? html`<style>${raw(letterStyle)}</style>` : ''}
${beside?.script ? html`<script>${raw(beside.script)}</script>` : ''}
</head>
<body>
<div class="page">
${content}
${voice.onTablet ? giveBackForm(voice) : ''}
${footLine(voice)}
</div><i id="whole"></i>
${beside?.waiting ?? ''}
<script>${raw(pageScript)}</script>${voice.onTablet ? html`<script>${raw(tabletScript)}</script>` : ''}
</body>
</html>`
}

/** Ends the session on a device of the clinic; `tabletScript` sends it too. */
const giveBackForm = ({ words }: Voice): Html =>
  html`<form class="middle" id="give-back" method="post" action="/v/give-back"><button class="tool">${words.giveBack}</button></form>`

/** What a page says about itself: that it is an example, that nobody has checked its words. */
function footLine({ demo, unchecked, words }: Voice): Html | string {
  const said = [...(unchecked ? [words.unchecked] : []), ...(demo ? [words.demo] : [])]
  return said.length > 0
    ? html`<footer class="foot">${said.map((text) => html`<p>${text}</p>`)}</footer>`
    : ''
}

/** Who is speaking, the language and the size of the letters. Both work without a script. */
export function topLine(voice: Voice, organisation: string, team: string | null): Html {
  const { size, words } = voice
  return html`<header class="top">
<p class="who">${organisation}${team ? html` <span>${team}</span>` : ''}</p>
<div class="tools">${languageTool(voice, '/v')}
<form method="post" action="/v/look">
<button class="tool" name="size" value="${(size % 3) + 1}" aria-label="${words.textSizeNow(size)}">${icon('text')}${words.textSize}</button>
</form></div>
</header>`
}

/**
 * The languages to choose from, each in its own; `to` is the page to come back to. `of` is the form that is sent along,
 * where what is filled in would be lost.
 */
export const languageTool = ({ language, words: say }: Voice, to: string, of?: string): Html =>
  html`<details class="languages"><summary class="tool">${icon('globe')}<span class="sr">${say.language}: </span>${say.languageName}</summary>
<form method="post" action="/v/look"><input type="hidden" name="to" value="${to}">${patientLanguages
    .filter((other) => other !== language)
    .map(
      (other) =>
        html`<button class="tool" name="language" value="${other}"${of ? html` form="${of}"` : ''} ${inLanguage(other)}>${words[other].languageName}</button>`,
    )}</form></details>`

export const paragraphs = (texts: readonly string[]) => texts.map((text) => html`<p class="near">${text}</p>`)

import { html } from 'hono/html'
import { bandOf } from '../../../core/instruments/bands.ts'
import { unverifiedParts } from '../../../core/instruments/unverified.ts'
import { locales, sayIn } from '../../../core/words.ts'
import { type Html, local, marked, type Voice } from '../frame.ts'
import type { Meaning } from './meaning.ts'
import { questionWords } from './words.ts'

/** What the answers mean, in words: against one's own answers before, then what it is now, then a norm by its name. */
export function meaningPart(voice: Voice, meanings: readonly Meaning[]): Html | string {
  if (meanings.length === 0) return ''
  const words = questionWords[voice.language]
  const isFirst = meanings.every(({ change }) => change === null)
  return html`<h2 class="after">${words.meaning}</h2>
${isFirst ? html`<p class="near">${words.firstTime}</p>` : ''}
<dl class="facts">${meanings.map((one) => html`<div><dt>${local(voice, one.title)}</dt><dd>${domain(voice, one)}</dd></div>`)}</dl>
${meanings.some(({ own }) => own) ? html`<p class="near small quiet">${words.ownQuestions}</p>` : ''}
${meanings.some(({ scale }) => unverifiedParts(scale).length > 0) ? html`<p class="near small quiet">${words.notChecked}</p>` : ''}`
}

function domain(voice: Voice, { scale, value, change, norm }: Meaning): Html {
  const words = questionWords[voice.language]
  const number = (score: number, digits: number) =>
    new Intl.NumberFormat(locales[voice.language], { maximumFractionDigits: digits }).format(score)
  const band = bandOf(scale, value)
  const now = band
    ? html`${words.now} ${marked(voice, sayIn(band.label, voice.language, voice.otherwise))}.`
    : words.nowScore(number(value, scale.decimals), number(scale.range[1], 0))
  const normed =
    norm === null ? '' : words.normIs(number(norm, scale.decimals), number(value, scale.decimals))
  return html`${change ? html`<b>${words.changes[change.kind]}</b> ` : ''}${now}${normed ? ` ${normed}` : ''}`
}

import { html } from 'hono/html'
import { type Html, icon, type Voice } from './frame.ts'
import type { Preferences } from './preferences.ts'
import { textsWords } from './texts-words.ts'

/** Text messages instead of mail, at a number that the patient types once more; nothing where none are sent. */
export function textsPart(
  { language }: Voice,
  { texts, isOptedOut }: Preferences,
  at: string,
  typed: Readonly<Record<string, string>> | undefined,
): Html | string {
  if (!texts || isOptedOut) return ''
  const say = textsWords[language]
  const part = (inside: Html) => html`<section class="block"><h2>${say.title}</h2>${inside}</section>`
  const button = (way: 'mail' | 'sms', text: string) =>
    html`<button class="row" name="way" value="${way}"><span>${text}</span>${icon('onward')}</button>`
  if (!texts.number) return part(html`<p class="near">${say.noNumber}</p>`)
  const end = texts.number.slice(-2)
  if (texts.prefers)
    return part(html`<p class="near">${say.on(end)}</p>
<form class="near" method="post" action="${at}/texts">${button('mail', say.stop)}</form>`)
  return part(html`<p class="near">${texts.stopped ? say.stopped(end) : say.off}</p>
<form class="near" method="post" action="${at}/texts#texts-wrong">
<p class="error" id="texts-wrong" role="alert">${typed ? say.wrong : ''}</p>
<div class="field"><label for="texts-number">${say.number}</label><p class="hint" id="texts-hint">${say.hint(end)}</p><input id="texts-number" name="number" type="tel" inputmode="tel" maxlength="30" autocomplete="tel" value="${typed?.number ?? ''}" aria-describedby="texts-hint"></div>
<p class="near">${button('sms', say.start)}</p></form>
<p class="small quiet">${say.about}</p>`)
}

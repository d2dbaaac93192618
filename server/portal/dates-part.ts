import { html } from 'hono/html'
import { datesWords } from './dates-words.ts'
import { type Html, icon, local, type Voice } from './frame.ts'
import type { ShownPath } from './overview-page.ts'

/** What a patient typed that is no date: shown again, with what would be right. */
export type DateRefused = { path: string; name: string; typed: string }

/** The dates that this care path hangs on and that the patient knows; nothing where it asks none, or has ended. */
export function datesPart(
  voice: Voice,
  { path, version }: ShownPath,
  refused: DateRefused | null,
): Html | string {
  const { patientDates } = version.set
  if (patientDates.length === 0 || path.endedOn !== null || path.turnedOn !== null) return ''
  const words = datesWords[voice.language]
  return html`<section class="block"><h2>${words.title}</h2><p class="near">${words.about}</p>
${patientDates.map(({ id, title }) => {
  const on = path.dates.get(id) ?? null
  const typed = refused?.path === path.id && refused.name === id ? refused.typed : null
  const [field, hint, wrong] = ['date', 'hint', 'wrong'].map((part) => `${part}-${path.id}-${id}`)
  return html`<form class="near" method="post" action="/mijn/date#${wrong}"><input type="hidden" name="path" value="${path.id}"><input type="hidden" name="name" value="${id}">
<p class="error" id="${wrong}" role="alert">${typed === null ? '' : words.wrong}</p>
<div class="field"><label for="${field}">${local(voice, title)}</label><p class="hint" id="${hint}">${on ? words.known(voice.say.date(on)) : words.unknown} ${words.hint}</p><input id="${field}" name="on" value="${typed ?? ''}" inputmode="text" maxlength="20" autocomplete="off" aria-describedby="${hint} ${wrong}"${typed === null ? '' : html` aria-invalid="true"`}></div>
<p class="near"><button class="row"><span>${words.keep}</span>${icon('onward')}</button></p></form>`
})}</section>`
}

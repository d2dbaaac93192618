import { html } from 'hono/html'
import { frame, type Html, icon, lookTools, type Voice } from './frame.ts'
import type { Reader } from './reader.ts'

/** For whoever is a patient of several organisations: whose record to open. */
export const choicePage = (voice: Voice, readers: readonly Reader[]): Html => {
  const { words } = voice
  return frame(
    voice,
    words.choose,
    html`<header class="top"><p class="who"></p>${lookTools(voice, '/mijn/choose')}</header>
<main>
<h1 class="first">${words.choose}</h1>
<p class="lead">${words.chooseAbout}</p>
<form method="post" action="/mijn/choose"><ul class="rows">
${readers.map(
  ({ patientId, organisation }) =>
    html`<li><button class="row" name="patient" value="${patientId}"><span>${organisation}</span>${icon('onward')}</button></li>`,
)}
</ul></form>
</main>`,
  )
}

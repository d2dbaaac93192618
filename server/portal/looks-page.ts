import { html } from 'hono/html'
import { listed } from '../../core/words/listed.ts'
import { backLine, frame, type Html, type Voice } from './frame.ts'
import type { Look } from './looks.ts'

/** Who did something with the record, day by day, in words. */
export function looksPage(voice: Voice, looks: readonly Look[]): Html {
  const { words, say: write } = voice
  const days = [...Map.groupBy(looks, ({ day }) => day)]
  return frame(
    voice,
    words.looked,
    html`${backLine(voice, '/mijn/looked')}
<main>
<h1>${words.looked}</h1>
<p class="lead">${days.length === 0 ? words.nobodyLooked : words.lookedAbout}</p>
${days.map(
  ([day, people]) => html`<section class="block"><h2>${write.day(day)}</h2>
<ul class="list">${people.map((one) => person(voice, one))}</ul></section>`,
)}
</main>`,
  )
}

function person({ words, language }: Voice, { name, profession, role, purpose, acts }: Look): Html {
  const job = profession ? (words.professions[profession] ?? profession) : null
  const what = [job, role && words.roles[role]].filter(
    (word, place, all): word is string => !!word && all.indexOf(word) === place,
  )
  const done = [...new Set(acts.map((act) => words.acts[act] ?? words.otherAct))]
  return html`<li><p class="when">${name}</p><p>${listed(what, language)}${what.length > 0 ? ': ' : ''}${listed(done, language)}.</p>
<p class="quiet small">${words.purposes[purpose] ?? ''}</p></li>`
}

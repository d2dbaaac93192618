import { html } from 'hono/html'
import type { ToldVisit } from './decided-visits.ts'
import { decidedWords } from './decided-words.ts'
import type { Html, Voice } from './frame.ts'

/** How visits go on or went, as a clinician decided beside what the patient answered and wished. */
export function decidedPart(voice: Voice, visits: readonly ToldVisit[]): Html | '' {
  if (visits.length === 0) return ''
  return html`<section class="block"><h2>${decidedWords[voice.language].title}</h2><ul class="list">${visits.map(
    (visit) => oneVisit(voice, visit),
  )}</ul></section>`
}

function oneVisit({ language, say: write }: Voice, visit: ToldVisit): Html {
  const words = decidedWords[language]
  const { wish, by, decidedAt, isOver, form, after } = visit
  return html`<li>${said(words, visit, write).map((line) => html`<p>${line}</p>`)}
<p class="quiet small">${wish ? `${words.wish[wish]} ` : ''}${words.by(by, write.date(decidedAt))}</p>
${after ? html`<p>${words.after(write.date(after.at))} ${words.how[after.how]}</p>` : ''}
${isOver || form === 'visit' ? '' : html`<p class="quiet small">${words.stillCome}</p>`}</li>`
}

function said(
  words: (typeof decidedWords)[Voice['language']],
  { isOver, isArranged, form, visitAt }: ToldVisit,
  write: Voice['say'],
): string[] {
  if (isOver) return [words.went(write.day(visitAt))[form]]
  if (form === 'visit' || isArranged) return [words.comes(write.dayTime(visitAt))[form]]
  return [words.waits(write.dayTime(visitAt))[form], words.waitsUntil]
}

import { html } from 'hono/html'
import { backLine, callLink, frame, type Html, icon, local, told, type Voice } from '../frame.ts'
import type { OptionSheet } from './sheet.ts'
import { optionWords } from './words.ts'

export const OPTIONS = '/mijn/options'

/** What there is to choose: on the screen, and as it leaves the printer. */
export const optionsPage = (voice: Voice, sheets: readonly OptionSheet[]): Html => {
  const words = optionWords[voice.language]
  return frame(
    voice,
    words.title,
    html`${backLine(voice, OPTIONS)}
<main>
<h1>${words.title}</h1>
<p class="lead">${sheets.length > 0 ? words.lead : voice.words.noPath}</p>
${sheets.map((sheet) => oneSheet(voice, sheet, sheets.length > 1))}
${sheets.length > 0 ? html`<section class="block"><h2>${words.share}</h2><ul class="rows"><li><a class="row" href="${OPTIONS}.pdf"><span>${words.pdf}</span>${icon('onward')}</a></li></ul></section>` : ''}
</main>`,
  )
}

function oneSheet(voice: Voice, sheet: OptionSheet, several: boolean): Html {
  const words = optionWords[voice.language]
  const { choices, goals, others, chosen, title, team, phone } = sheet
  return html`${several ? html`<h2 class="block">${local(voice, title)}, ${team}</h2>` : ''}
${chosen ? html`<p class="near"><b>${words.chosen(told(voice, chosen))}</b></p>` : ''}
<ul class="list">${choices.map((choice) => oneChoice(voice, choice))}</ul>
${others ? html`<section class="block"><h2>${words.others}</h2><p>${others.who}</p>${others.hasFigures ? html`<p class="quiet small">${words.differed}</p>` : ''}</section>` : ''}
${goals.length > 0 ? html`<section class="block"><h2>${words.matters}</h2><ul class="list">${goals.map((goal) => html`<li><q lang="" dir="auto">${goal}</q></li>`)}</ul></section>` : ''}
<section class="block"><h2>${words.ask}</h2><ul class="list">${words.questions.map((question) => html`<li>${question}</li>`)}</ul><p>${callLink(phone)}</p></section>`
}

const oneChoice = (voice: Voice, { title, about, isChosen, figures }: OptionSheet['choices'][number]): Html =>
  html`<li><h2>${local(voice, title)}</h2>${isChosen ? html`<p class="state better">${icon('done')}${optionWords[voice.language].isChosen}</p>` : ''}
<p>${local(voice, about)}</p>${figures.map((said) => html`<p class="quiet">${said}</p>`)}</li>`

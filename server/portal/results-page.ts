import { html } from 'hono/html'
import { bandOf } from '../../core/instruments/bands.ts'
import { unverifiedParts } from '../../core/instruments/unverified.ts'
import { resultChart, tell } from './chart.ts'
import { conclusion, earlierDay, isHeavy } from './conclusion.ts'
import { backLine, callLink, frame, type Html, icon, local, told, type Voice } from './frame.ts'
import { printedWords } from './printed-words.ts'
import type { DomainResult } from './results.ts'
import { meaning, verdictOf } from './results-said.ts'
import { stoppedPath } from './stopped-results.ts'

type Place = { named: boolean; place: number }
/** The results of one care path. */
export type Shown = {
  team: string
  phone: string
  results: readonly DomainResult[]
  /** ISO date on which a loss or a palliative turn ended it; null where nothing of the kind did. */
  stoppedOn: string | null
}

/** What the answers mean: the conclusion first, then each domain in words, as a picture and as a table. */
export function resultsPage(voice: Voice, paths: readonly Shown[]): Html {
  const { words } = voice
  const shown = paths.filter(({ results, stoppedOn }) => results.length > 0 || stoppedOn)
  const going = paths.filter(({ stoppedOn }) => !stoppedOn)
  const isOver = paths.length > 0 && going.length === 0
  return frame(
    voice,
    isOver ? words.answeredBefore : words.results,
    html`${backLine(voice, '/mijn/results')}
<main>
<h1>${isOver ? words.answeredBefore : words.resultsTitle}</h1>
${shown.length === 0 ? html`<p class="lead">${words.noResults}</p>` : ''}
${shown.map((path, place) => onePath(voice, path, { named: shown.length > 1, place }))}
${isOver ? '' : talk(voice, going)}
${shown.length > 0 ? html`<p class="after"><a href="/mijn/results.pdf">${printedWords[voice.language].keep}</a></p>` : ''}
</main>`,
  )
}

const talk = ({ words }: Voice, paths: readonly Shown[]): Html =>
  html`<section class="domain"><h2>${words.talk}</h2><p class="says">${words.talkAbout}</p>
${[...new Set(paths.map(({ phone }) => phone))].map((phone) => html`<p>${callLink(phone)}</p>`)}</section>`

function onePath(voice: Voice, { results, team, phone, stoppedOn }: Shown, { named, place }: Place): Html {
  const { words } = voice
  if (stoppedOn)
    return html`${named ? html`<h2 class="after">${team}</h2>` : ''}${stoppedPath(voice, { stoppedOn, phone, results })}`
  return html`${named ? html`<h2 class="after">${team}</h2>` : ''}
<p class="lead">${conclusion(voice, results)}</p>
${results.some(isHeavy) ? html`<p class="near">${words.talkAbout} ${callLink(phone)}</p>` : ''}
${keyList(voice, results)}
${results.map((result) => domain(voice, result, `p${place}-${result.id}`, earlierDay(voice, results, result)))}
${results.some(({ own }) => own) ? html`<p class="after small quiet">${words.own}</p>` : ''}
${results.some(({ scale }) => unverifiedParts(scale).length > 0) ? html`<p class="after small quiet">${words.unverified}</p>` : ''}`
}

function keyList({ words }: Voice, results: readonly DomainResult[]): Html {
  const missed = results.some(({ trend }) => trend.points.some(({ kind }) => kind === 'missed'))
  const norm = results.some((result) => result.norm !== null)
  const sample = (shape: Html) =>
    html`<svg class="chart" viewBox="0 0 32 16" aria-hidden="true">${shape}</svg>`
  return html`<ul class="key-list">
<li>${sample(html`<path class="line" d="M2 8H30"/><circle class="dot" cx="16" cy="8" r="6"/>`)}${words.yourAnswers}</li>
${missed ? html`<li>${sample(html`<circle class="miss" cx="16" cy="8" r="5"/>`)}${words.missed}</li>` : ''}
${norm ? html`<li>${sample(html`<path class="norm" d="M0 8H32"/>`)}${words.norm}</li>` : ''}
</ul>`
}

function domain(voice: Voice, result: DomainResult, id: string, earlier: string | null): Html {
  const { words } = voice
  return html`<section class="domain">
<h2>${local(voice, result.title)}</h2>
<p class="says">${meaning(voice, result, earlier)}</p>
${verdict(voice, result)}
${resultChart(voice, result, id)}
<details><summary class="inline">${icon('onward')}${words.asTable}</summary>${table(voice, result)}</details>
</section>`
}

function verdict(voice: Voice, result: DomainResult): Html | string {
  const said = verdictOf(voice, result)
  return said ? html`<p class="state ${said.kind}">${icon(said.kind)}${said.text}</p>` : ''
}

function table(voice: Voice, { scale, trend, title }: DomainResult): Html {
  const { words, say: write } = voice
  const [from, to] = scale.range.map((end) => write.number(end, 0)) as [string, string]
  return html`<table><thead><tr><th scope="col">${words.day}</th><th scope="col">${words.score(told(voice, title), from, to)}</th><th scope="col">${words.meaning}</th></tr></thead>
<tbody>${trend.points.map((point) => {
    const band = point.kind === 'score' ? bandOf(scale, point.value) : null
    return point.kind === 'not-asked'
      ? ''
      : html`<tr><th scope="row">${write.day(point.at)}</th><td>${tell(voice, scale.decimals, point)}</td><td>${band ? local(voice, band.label) : '–'}</td></tr>`
  })}</tbody></table>`
}

import { html } from 'hono/html'
import { bandOf } from '../../core/bands.ts'
import { unverifiedParts } from '../../core/unverified.ts'
import { resultChart, tell } from './chart.ts'
import { backLine, callLink, frame, type Html, icon, local, lowered, told, type Voice } from './frame.ts'
import type { DomainResult } from './results.ts'

type Shown = { team: string; phone: string; results: readonly DomainResult[] }

/** What the answers mean: the conclusion first, then each domain in words, as a picture and as a table. */
export function resultsPage(voice: Voice, paths: readonly Shown[]): Html {
  const { words } = voice
  const shown = paths.filter(({ results }) => results.length > 0)
  return frame(
    voice,
    words.results,
    html`${backLine(voice, '/mijn/results')}
<main>
<h1>${words.resultsTitle}</h1>
${shown.length === 0 ? html`<p class="lead">${words.noResults}</p>` : ''}
${shown.map(({ results, team }, place) => onePath(voice, results, shown.length > 1 ? team : null, place))}
<section class="domain"><h2>${words.talk}</h2><p class="says">${words.talkAbout}</p>
${[...new Set(paths.map(({ phone }) => phone))].map((phone) => html`<p>${callLink(phone)}</p>`)}</section>
</main>`,
  )
}

function onePath(voice: Voice, results: readonly DomainResult[], team: string | null, place: number): Html {
  const { words } = voice
  return html`${team ? html`<h2 class="after">${team}</h2>` : ''}
<p class="lead">${conclusion(voice, results)}</p>
${keyList(voice, results)}
${results.map((result) => domain(voice, result, `p${place}-${result.id}`))}
${results.some(({ own }) => own) ? html`<p class="after small quiet">${words.own}</p>` : ''}
${results.some(({ scale }) => unverifiedParts(scale).length > 0) ? html`<p class="after small quiet">${words.unverified}</p>` : ''}`
}

/** What changed clearly since the answers before, better first; plainly said when nothing did. */
function conclusion(voice: Voice, results: readonly DomainResult[]): string {
  const { words, say: write } = voice
  const changed = (kind: 'better' | 'worse') =>
    results.filter(({ trend }) => trend.sincePrevious?.kind === kind)
  const sentence = (kind: 'better' | 'worse', write1: (titles: string, date: string) => string) => {
    const which = changed(kind)
    const since = which[0]?.trend.sincePrevious?.at
    const titles = lowered(
      voice,
      which.map(({ title }) => title),
    )
    return since ? write1(titles, write.short(since)) : ''
  }
  const text = [sentence('better', words.leadBetter), sentence('worse', words.leadWorse)]
    .filter(Boolean)
    .join(' ')
  if (text) return text
  return results.some(({ trend }) => trend.sincePrevious) ? words.leadSame : words.first
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

function domain(voice: Voice, result: DomainResult, id: string): Html {
  const { words } = voice
  return html`<section class="domain">
<h2>${local(voice, result.title)}</h2>
<p class="says">${meaning(voice, result)}</p>
${verdict(voice, result)}
${resultChart(voice, result, id)}
<details><summary class="inline">${icon('onward')}${words.asTable}</summary>${table(voice, result)}</details>
</section>`
}

/** The band of now and of the time before, or the number where the scale has no bands. */
function meaning(voice: Voice, { scale, trend }: DomainResult): string {
  const { words, say: write } = voice
  if (!trend.last) return ''
  const word = (value: number) => {
    const band = bandOf(scale, value)
    return band ? told(voice, band.label) : null
  }
  const now = word(trend.last.value)
  const first = now
    ? words.nowIs(now)
    : words.nowScore(write.number(trend.last.value, scale.decimals), write.number(scale.range[1], 0))
  const before = trend.sincePrevious
  const then = before && word(before.value)
  return then ? `${first} ${words.wasOn(write.short(before.at), then)}` : first
}

function verdict({ words, say: write }: Voice, { trend }: DomainResult): Html {
  const change = trend.sincePrevious
  if (!change) return html``
  const date = write.short(change.at)
  if (change.kind === 'better')
    return html`<p class="state better">${icon('better')}${words.better(date)}</p>`
  if (change.kind === 'worse') return html`<p class="state worse">${icon('worse')}${words.worse(date)}</p>`
  const text = change.kind === 'unknown' ? words.unknownChange : words.same(date)
  return html`<p class="state same">${icon('same')}${text}</p>`
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

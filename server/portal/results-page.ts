import { html } from 'hono/html'
import { bandOf } from '../../core/bands.ts'
import { unverifiedParts } from '../../core/unverified.ts'
import { resultChart, tell } from './chart.ts'
import { backLine, callLink, frame, type Html, icon, local, lowered, told, type Voice } from './frame.ts'
import type { DomainResult } from './results.ts'

type Place = { named: boolean; place: number }
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
${shown.map((path, place) => onePath(voice, path, { named: shown.length > 1, place }))}
<section class="domain"><h2>${words.talk}</h2><p class="says">${words.talkAbout}</p>
${[...new Set(paths.map(({ phone }) => phone))].map((phone) => html`<p>${callLink(phone)}</p>`)}</section>
</main>`,
  )
}

function onePath(voice: Voice, { results, team, phone }: Shown, { named, place }: Place): Html {
  const { words } = voice
  return html`${named ? html`<h2 class="after">${team}</h2>` : ''}
<p class="lead">${conclusion(voice, results)}</p>
${results.some(isHeavy) ? html`<p class="near">${words.talkAbout} ${callLink(phone)}</p>` : ''}
${keyList(voice, results)}
${results.map((result) => domain(voice, result, `p${place}-${result.id}`))}
${results.some(({ own }) => own) ? html`<p class="after small quiet">${words.own}</p>` : ''}
${results.some(({ scale }) => unverifiedParts(scale).length > 0) ? html`<p class="after small quiet">${words.unverified}</p>` : ''}`
}

/** What changed clearly since the answers before, by the day of those; then what is not well now; plainly said when nothing is. */
function conclusion(voice: Voice, results: readonly DomainResult[]): string {
  const { words } = voice
  const heavy = results.filter(isHeavy)
  const changes = [
    ...changed(voice, results, 'better', words.leadBetter),
    ...changed(voice, results, 'worse', words.leadWorse),
  ]
  const same = results.some(({ trend }) => trend.sincePrevious) ? words.leadSame : words.first
  const now = heavy.length > 0 ? [words.leadHeavy(titlesOf(voice, heavy))] : []
  return [...(changes.length > 0 ? changes : [same]), ...now].join(' ')
}

/** One sentence for each day that is compared with, the latest in front: not everything is asked every time. */
function changed(
  voice: Voice,
  results: readonly DomainResult[],
  kind: 'better' | 'worse',
  sentence: (titles: string, date: string) => string,
): string[] {
  const which = results.filter(({ trend }) => trend.sincePrevious?.kind === kind)
  const since = ({ trend }: DomainResult) => trend.sincePrevious?.at ?? ''
  const byDay = Map.groupBy(
    which.toSorted((a, b) => since(b).localeCompare(since(a))),
    (result) => comparedDay(voice, result),
  )
  return [...byDay].map(([day, all]) => sentence(titlesOf(voice, all), day))
}

const titlesOf = (voice: Voice, results: readonly DomainResult[]) =>
  lowered(
    voice,
    results.map(({ title }) => title),
  )

/** Whether what somebody says now is something to talk about, changed or not. */
const isHeavy = ({ scale, trend }: DomainResult): boolean =>
  trend.last !== null && bandOf(scale, trend.last.value)?.concern === 'high'

/** The day that the last answers are compared with; with its year where that is another one. */
function comparedDay({ say: write }: Voice, { trend }: DomainResult): string {
  const [before, last] = [trend.sincePrevious?.at ?? '', trend.last?.at ?? '']
  return before && last && write.year(before) === write.year(last) ? write.short(before) : write.date(before)
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
function meaning(voice: Voice, result: DomainResult): string {
  const { scale, trend } = result
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
  return then ? `${first} ${words.wasOn(comparedDay(voice, result), then)}` : first
}

function verdict(voice: Voice, result: DomainResult): Html {
  const { words } = voice
  const change = result.trend.sincePrevious
  if (!change) return html``
  const date = comparedDay(voice, result)
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

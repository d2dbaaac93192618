import { html } from 'hono/html'
import { tell } from './chart.ts'
import { callLink, type Html, icon, local, told, type Voice } from './frame.ts'
import type { DomainResult } from './results.ts'

export type Stopped = { stoppedOn: string; phone: string; results: readonly DomainResult[] }

/**
 * A care path that a loss or a palliative turn ended: that it stopped and whom to call. What was answered before then is
 * there for who looks for it: days and numbers, without a word on what they meant or how others do.
 */
export function stoppedPath(voice: Voice, { stoppedOn, phone, results }: Stopped): Html {
  const { words, say: write } = voice
  return html`<p class="lead">${words.pathStopped(write.date(stoppedOn))}</p><p class="near">${callLink(phone)}</p>
${results.length > 0 ? html`<details><summary class="inline">${icon('onward')}${words.asTable}</summary>${results.map((result) => answered(voice, result))}</details>` : ''}`
}

function answered(voice: Voice, { scale, trend, title }: DomainResult): Html {
  const { words, say: write } = voice
  const [from, to] = scale.range.map((end) => write.number(end, 0)) as [string, string]
  const given = trend.points.filter(({ kind }) => kind === 'score')
  return html`<section class="domain"><h3>${local(voice, title)}</h3>
<table><thead><tr><th scope="col">${words.day}</th><th scope="col">${words.score(told(voice, title), from, to)}</th></tr></thead>
<tbody>${given.map((point) => html`<tr><th scope="row">${write.day(point.at)}</th><td>${tell(voice, scale.decimals, point)}</td></tr>`)}</tbody></table></section>`
}

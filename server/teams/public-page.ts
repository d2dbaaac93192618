import { html, raw } from 'hono/html'
import type { Published } from '../../core/publication/dcat.ts'
import { isInterpretable, type PublicFigure } from '../../core/publication/publication.ts'
import { referrerLines } from '../../core/publication/referrer.ts'
import { writeFigure } from '../../core/publication/written-figure.ts'
import { type Language, locales, say } from '../../core/words.ts'
import { hashSource, inlineStyle, patientLook } from '../http/inline-style.ts'
import { words } from './public-words.ts'

type Html = ReturnType<typeof html>

const style = `${inlineStyle(...patientLook)}.page{max-width:760px}main p{margin:0 0 12px}main h2{margin:32px 0 8px}table{width:100%;border-collapse:collapse;margin:8px 0 32px}th,td{padding:10px 12px 10px 0;border-top:1px solid var(--line);text-align:start;vertical-align:top}th{font-weight:600}thead th{border:0;color:var(--ink-2);font-weight:400}td.n,th.n{text-align:end}td.n{min-width:72px}small{display:block;color:var(--ink-2);font-weight:400}`
export const publicStyles = hashSource(style)

const SIDES = ['outcome', 'experience', 'clinical', 'process'] as const

/** Every team that shows its outcomes, by hospital. */
export function listPage(language: Language, shown: readonly Published[], demo: boolean): Html {
  const text = words[language]
  return frame(
    language,
    '/uitkomsten',
    text.title,
    demo,
    html`<p>${text.listAbout}</p>
${
  shown.length === 0
    ? html`<p>${text.none}</p>`
    : html`<ul class="rows">${shown.map(
        ({ teamId, content }) =>
          html`<li><a class="row" href="/uitkomsten/${teamId}?language=${language}"><span>${say(content.group, language)}<br><span class="small quiet">${content.team}, ${content.organisation}</span></span></a></li>`,
      )}</ul>`
}`,
  )
}

/** One team: whom it treats, how they fare, how many answered. */
export function teamPage(
  language: Language,
  { teamId, content, approvedAt }: Published,
  demo: boolean,
): Html {
  const text = words[language]
  const month = (id: string) => date(language, `${id}-01`, { month: 'long', year: 'numeric' })
  const here = `/uitkomsten/${teamId}`
  const { response, figures } = content
  return frame(
    language,
    here,
    say(content.group, language),
    demo,
    html`<p>${content.team}, ${content.organisation}</p>
<h2>${text.what}</h2>
<p>${say(content.about, language)}</p>
<p>${text.period(month(content.from), month(content.to))}</p>
<p>${response === null ? text.noResponse : text.response(Math.round(response * 100), content.responseBound ?? null)} ${isInterpretable(content) ? '' : text.low}</p>
${SIDES.map((side) => {
  const own = figures.filter((one) => one.side === side)
  return own.length === 0 ? '' : sideTable(language, text.sides[side], own)
})}
${figures.some(({ unverified }) => unverified) ? html`<p class="small quiet">${text.unverified}</p>` : ''}
<ul class="rows"><li><a class="row" href="${here}/verwijzers?language=${language}"><span>${text.referrers}</span></a></li><li><a class="row" href="${here}/data.csv"><span>${text.download}</span></a></li><li><a class="row" href="${here}/codebook.csv"><span>${text.codebook}</span></a></li><li><a class="row" href="${here}/record.jsonld"><span>${text.record}</span></a></li><li><a class="row" href="/uitkomsten?language=${language}"><span>${text.all}</span></a></li></ul>
<p class="small quiet">${text.approved(date(language, approvedAt.slice(0, 10), { day: 'numeric', month: 'long', year: 'numeric' }))}</p>`,
  )
}

/** What somebody who refers can tell a patient, in sentences and without other teams. */
export function referrerPage(
  language: Language,
  { teamId, content, approvedAt }: Published,
  demo: boolean,
): Html {
  const text = words[language]
  const month = (id: string) => date(language, `${id}-01`, { month: 'long', year: 'numeric' })
  return frame(
    language,
    `/uitkomsten/${teamId}/verwijzers`,
    text.referrers,
    demo,
    html`<p>${say(content.group, language)}: ${content.team}, ${content.organisation}</p>
<p>${say(content.about, language)}</p>
<h2>${text.tell}</h2>
<p>${text.period(month(content.from), month(content.to))}</p>
<ul>${referrerLines(content, language).map(({ title, text: line }) => html`<li><p><b>${title}</b>: ${line}</p></li>`)}</ul>
<p>${text.noRanking}</p>
<ul class="rows"><li><a class="row" href="/uitkomsten/${teamId}?language=${language}"><span>${text.figures}</span></a></li></ul>
<p class="small quiet">${text.approved(date(language, approvedAt.slice(0, 10), { day: 'numeric', month: 'long', year: 'numeric' }))}</p>`,
  )
}

function sideTable(language: Language, title: string, figures: readonly PublicFigure[]): Html {
  const text = words[language]
  const [figure, outcome, n] = text.columns
  const row = (one: PublicFigure) => {
    const told = writeFigure(language, one)
    return html`<tr><th scope="row">${say(one.title, language)}<small>${say(one.denominator, language)}; ${text.better[one.direction]}</small></th><td class="n">${told.value}</td><td class="n">${told.n}</td></tr>`
  }
  return html`<h2>${title}</h2>
<table><thead><tr><th scope="col">${figure}</th><th scope="col" class="n">${outcome}</th><th scope="col" class="n">${n}</th></tr></thead>
<tbody>${figures.map(row)}</tbody></table>`
}

const date = (language: Language, iso: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' }).format(
    new Date(`${iso}T12:00:00Z`),
  )

function frame(language: Language, here: string, title: string, demo: boolean, content: Html): Html {
  const text = words[language]
  const other = language === 'nl' ? 'en' : 'nl'
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body>
<div class="page">
<header class="top"><a class="tool" lang="${other}" href="${here}?language=${other}">${text.other}</a></header>
<main>
<h1 class="first">${title}</h1>
${content}
</main>
${demo ? html`<footer class="foot">${text.demo}</footer>` : ''}
</div>
</body>
</html>`
}

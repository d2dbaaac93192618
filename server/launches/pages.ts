import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import { framingPages } from '../../core/feeds/record-system.ts'
import { type Language, ourLanguage } from '../../core/words.ts'
import type { Deps } from '../deps.ts'
import { hashSource, inlineStyle, patientLook } from '../http/inline-style.ts'
import { languageOfBrowser } from '../http/look.ts'
import { Problem } from '../http/problem.ts'
import { pageHeaders } from '../http/security-headers.ts'
import { isHttps } from '../staff/auth.ts'
import { type Refusal, words } from './words.ts'

const style = inlineStyle(...patientLook)

type Works = Pick<Deps, 'config' | 'log'>
type Html = ReturnType<typeof html>

export const languageOf = (c: Context): Language => ourLanguage(languageOfBrowser(c))

/** A page of the door, which the record systems that may do so show within their own. */
export const launchHeaders = (config: Deps['config']) =>
  pageHeaders({ styles: hashSource(style), https: isHttps(config), framedBy: framingPages(config) })

export function doorPage(language: Language, { DEMO }: Deps['config'], title: string, body: Html): Html {
  const say = words[language]
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body>
<div class="page">
<main>
<h1 class="first">${title}</h1>
${body}
</main>
${DEMO ? html`<footer class="foot">${say.demo}</footer>` : ''}
</div>
</body>
</html>`
}

/** Why nothing opened, and what to do now; what failed is in the log, without anything of the request. */
export function refusalPage(c: Context, { config, log }: Works, error: Error): Response | Promise<Response> {
  const language = languageOf(c)
  const say = words[language]
  const problem = error instanceof Problem ? error : null
  if (!problem) log.error({ failure: error.name }, 'a page of the record systems’ door failed')
  const code = problem && Object.hasOwn(say.refusals, problem.code) ? (problem.code as Refusal) : 'broken'
  const { title, about } = say.refusals[code]
  const number = problem?.detail?.number
  const body = html`<p class="lead">${about}</p>
${typeof number === 'string' ? html`<p class="near quiet">${say.number(number)}</p>` : ''}
<ul class="rows"><li><a class="row" href="/staff" target="_blank" rel="noopener"><span>${say.staff}<br><span class="small quiet">${say.staffAbout}</span></span></a></li></ul>`
  return c.html(doorPage(language, config, title, body), problem?.status ?? 500)
}

/** Where several record systems are known and nobody said which. */
export function choicePage(c: Context, { config }: Works, systems: readonly { name: string; iss: string }[]) {
  const language = languageOf(c)
  const say = words[language]
  const body = html`<p class="lead">${say.chooseAbout}</p>
<ul class="rows">${systems.map(({ name, iss }) => html`<li><a class="row" href="/smart/standalone?${new URLSearchParams({ iss }).toString()}">${name}</a></li>`)}</ul>`
  return c.html(doorPage(language, config, say.choose, body))
}

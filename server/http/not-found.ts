import type { NotFoundHandler } from 'hono'
import { html, raw } from 'hono/html'
import type { Words } from '../../core/words.ts'
import type { Config } from '../config.ts'
import { hashSource, inlineStyle, patientLook } from './inline-style.ts'
import { pageHeaders } from './security-headers.ts'

const words = {
  nl: {
    title: 'Deze pagina is er niet',
    about: 'Misschien is het adres niet helemaal gekopieerd.',
    patient: 'Naar mijn uitkomsten',
    staff: 'Voor medewerkers',
    mail: 'Hebt u een mail met vragen gekregen? Gebruik de knop in die mail.',
    demo: 'Dit is een voorbeeld. Alle mensen hier zijn verzonnen.',
  },
  en: {
    title: 'There is no such page',
    about: 'Perhaps the address was not copied completely.',
    patient: 'To my outcomes',
    staff: 'For staff',
    mail: 'Did you get a mail with questions? Use the button in that mail.',
    demo: 'This is an example. Everybody here is made up.',
  },
} satisfies Words<Record<string, string>>

const style = inlineStyle(...patientLook)

/** What stands at an address that does not exist: for programs a refusal by name, for people a page in both languages. */
export function notFoundPage({ DEMO, PATIENT_URL }: Pick<Config, 'DEMO' | 'PATIENT_URL'>): NotFoundHandler {
  const headers = pageHeaders({ styles: hashSource(style), https: PATIENT_URL.startsWith('https:') })
  const page = pageOf(DEMO)
  return (c) =>
    c.req.path.startsWith('/api/')
      ? c.json({ code: 'not_found', message: 'No such address' }, 404)
      : c.html(page, 404, headers)
}

function pageOf(demo: boolean) {
  const { nl, en } = words
  return html`<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${nl.title} · ${en.title}</title>
<style>${raw(style)}</style>
</head>
<body>
<div class="page">
<main>
<h1 class="first">${nl.title}</h1>
<p class="near">${nl.about} ${nl.mail}</p>
<div lang="en">
<h2 class="after">${en.title}</h2>
<p class="near">${en.about} ${en.mail}</p>
</div>
<ul class="rows">
<li><a class="row" href="/mijn"><span>${nl.patient}<br><span class="small quiet" lang="en">${en.patient}</span></span></a></li>
<li><a class="row" href="/staff"><span>${nl.staff}<br><span class="small quiet" lang="en">${en.staff}</span></span></a></li>
</ul>
</main>
${demo ? html`<footer class="foot">${nl.demo} <span lang="en">${en.demo}</span></footer>` : ''}
</div>
</body>
</html>`
}

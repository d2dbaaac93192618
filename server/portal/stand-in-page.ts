import { html, raw } from 'hono/html'
import { hashSource, inlineStyle, patientLook } from '../http/inline-style.ts'
import { pageHeaders } from '../http/security-headers.ts'
import type { StandInPerson } from './stand-in.ts'

const style = inlineStyle(...patientLook)

export const standInHeaders = pageHeaders({ styles: hashSource(style), https: false })

/** The stand-in's one page, in both languages: it is not the program's, and knows nobody's preference. */
export const standInPage = (people: readonly StandInPerson[], choose: (subject: string) => string) =>
  html`<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>Inloggen met DigiD (voorbeeld)</title>
<style>${raw(style)}</style>
</head>
<body>
<div class="page">
<main>
<h1 class="first">Inloggen met DigiD (voorbeeld)</h1>
<p class="lead">Dit is niet DigiD. Dit is een nagemaakte inlogpagina voor de demo, met verzonnen mensen.</p>
<p class="near quiet" lang="en">This is not a real sign-in page. It stands in for one in this demo; the people are invented.</p>
${
  people.length === 0
    ? html`<p class="after">Er is in deze demo nog niemand die kan inloggen.</p>
<p class="near quiet" lang="en">Nobody in this demo can sign in yet.</p>`
    : html`<h2 class="after">Wie bent u?</h2>
<ul class="rows">${people.map(({ subject, name }) => html`<li><a class="row" href="${choose(subject)}">${name}</a></li>`)}</ul>`
}
</main>
</div>
</body>
</html>`

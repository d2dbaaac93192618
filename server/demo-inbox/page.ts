import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { html, raw } from 'hono/html'
import type { Language } from '../../core/words.ts'
import { letterFragment } from '../outbox/letter.ts'
import type { CaughtMail } from './caught.ts'
import { words } from './words.ts'

const read = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8')
const style = `${read('../../web/kit/theme/tokens.css')}${read('./inbox.css')}`.replace(/\s+/g, ' ')

/** The page's style stands in the page, and is allowed by its hash. */
export const styleSource = `'sha256-${createHash('sha256').update(style).digest('base64')}'`

type Html = ReturnType<typeof html>
type Asked = { language: Language; name: string; before: string | null }

const dayTime = (instant: string, language: Language, zone: string) =>
  new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    ...{ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone },
  }).format(new Date(instant))

function page(language: Language, title: string, otherPath: string, content: Html): Html {
  const say = words[language]
  const other = language === 'nl' ? 'en' : 'nl'
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body>
<div class="page">
<p class="banner">${say.demo}</p>
<main>
<div class="top"><h1>${title}</h1><a class="tool" href="${otherPath}" lang="${other}" hreflang="${other}">${say.otherLanguage}</a></div>
${content}
</main>
</div>
</body>
</html>`
}

const address = (path: string, query: Record<string, string | null>) => {
  const filled = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return `${path}?${new URLSearchParams(filled)}`
}

export function listPage(
  { language, name, before }: Asked,
  mails: readonly CaughtMail[],
  more: string | null,
): Html {
  const say = words[language]
  const here = (query: Partial<Record<'language' | 'name' | 'before', string | null>>) =>
    address('/demo/inbox', { language, name, before, ...query })
  const empty = name ? say.noneFound(name) : say.none
  return page(
    language,
    say.title,
    here({ language: language === 'nl' ? 'en' : 'nl' }),
    html`<p class="about">${say.about}</p>
<form class="find" method="get" action="/demo/inbox">
<input type="hidden" name="language" value="${language}">
<label>${say.search}<input name="name" value="${name}" autocomplete="off"></label><button>${say.find}</button>
</form>
${mails.length === 0 ? html`<p class="about">${empty}</p>` : html`<ul class="list">${mails.map((mail) => row(mail, language))}</ul>`}
<p>${before ? html`<a class="tool" href="${here({ before: null })}">${say.newest}</a> ` : ''}${more ? html`<a class="tool" href="${here({ before: more })}">${say.older}</a>` : ''}</p>`,
  )
}

const row = ({ id, recipient, sentAt, zone, answerable, composed }: CaughtMail, language: Language) =>
  html`<li><a href="/demo/inbox/${id}?language=${language}">
<span class="who">${recipient}</span><span class="when">${dayTime(sentAt, language, zone)}</span>
<span class="subject" lang="${composed.language}">${composed.letter.subject}</span>${answerable ? html`<span class="answerable">${words[language].open}</span>` : ''}
</a></li>`

export function mailPage(language: Language, mail: CaughtMail): Html {
  const say = words[language]
  const { letter, mail: sent, language: spoken } = mail.composed
  const headers = Object.entries({ 'Message-ID': sent.messageId, ...sent.headers })
  return page(
    language,
    letter.subject,
    `/demo/inbox/${mail.id}?language=${language === 'nl' ? 'en' : 'nl'}`,
    html`<p><a class="tool" href="/demo/inbox?language=${language}">${say.back}</a></p>
<dl class="facts">
<dt>${say.from}</dt><dd>${sent.fromName}</dd>
<dt>${say.to}</dt><dd>${mail.recipient} &lt;${sent.to}&gt;</dd>
<dt>${say.sent}</dt><dd>${dayTime(mail.sentAt, language, mail.zone)}</dd>
</dl>
<article class="mail" lang="${spoken}">${raw(letterFragment(letter, { button: 'class="go"', link: '' }))}</article>
<details><summary>${say.plain}</summary><pre lang="${spoken}">${sent.text}</pre></details>
<details><summary>${say.headers}</summary><pre>${headers.map(([name, value]) => `${name}: ${value}`).join('\n')}</pre></details>`,
  )
}

export const gonePage = (language: Language): Html =>
  page(
    language,
    words[language].gone,
    `/demo/inbox?language=${language === 'nl' ? 'en' : 'nl'}`,
    html`<p><a class="tool" href="/demo/inbox?language=${language}">${words[language].back}</a></p>`,
  )

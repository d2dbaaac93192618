import { html, raw } from 'hono/html'
import { dirOf, type Language, type PatientLanguage } from '../../core/words.ts'
import { hashSource, inlineStyle } from '../http/inline-style.ts'
import { letterFragment } from '../outbox/letter.ts'
import type { Box, CaughtMail } from './caught.ts'
import { words } from './words.ts'

const style = inlineStyle('web/kit/theme/tokens.css', 'server/demo-inbox/inbox.css')

/** The page's style stands in the page, and is allowed by its hash. */
export const styleSource = hashSource(style)

type Html = ReturnType<typeof html>
type Asked = { language: Language; box: Box; name: string; before: string | null }

/** 'ma 2 mrt 2026, 09:00' */
function dayTime(instant: string, language: Language, timeZone: string): string {
  const locale = language === 'nl' ? 'nl-NL' : 'en-GB'
  const day = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone } as const
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const
  const say = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, options).format(new Date(instant))
  return `${say(day).replace(',', '')}, ${say(time)}`
}

type Page = { title: string; spoken?: PatientLanguage; otherPath: string; back?: Html }

const inLanguage = (language: PatientLanguage) => html`lang="${language}" dir="${dirOf(language)}"`

function page(language: Language, { title, spoken, otherPath, back }: Page, content: Html): Html {
  const say = words[language]
  const other = language === 'nl' ? 'en' : 'nl'
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
<header class="banner"><span>${say.demo}</span></header>
<div class="page">
<nav class="top">${back ?? html`<a class="tool" href="/staff">${say.staff}</a>`}<a class="tool" href="${otherPath}" lang="${other}" hreflang="${other}">${say.otherLanguage}</a></nav>
<main>
<h1 ${inLanguage(spoken ?? language)}>${title}</h1>
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
  { language, box, name, before }: Asked,
  mails: readonly CaughtMail[],
  more: string | null,
): Html {
  const say = words[language]
  const here = (query: Partial<Record<'language' | 'box' | 'name' | 'before', string | null>>) =>
    address('/demo/inbox', { language, box, name, before, ...query })
  const empty = name ? say.noneFound(name) : say.none
  return page(
    language,
    { title: say.title, otherPath: here({ language: language === 'nl' ? 'en' : 'nl' }) },
    html`<p class="about">${say.about}</p>
<nav class="boxes" aria-label="${say.boxesLabel}">${(['patients', 'staff'] as const).map(
      (one) =>
        html`<a class="tool" href="${here({ box: one, name: null, before: null })}"${one === box ? html` aria-current="page"` : ''}>${say.boxes[one]}</a>`,
    )}</nav>
${box === 'patients' ? searchForm(language, name) : ''}
${mails.length === 0 ? html`<p class="about">${empty}</p>` : html`<ul class="list">${mails.map((mail) => row(mail, language))}</ul>`}
<p>${before ? html`<a class="tool" href="${here({ before: null })}">${say.newest}</a> ` : ''}${more ? html`<a class="tool" href="${here({ before: more })}">${say.older}</a>` : ''}</p>`,
  )
}

const searchForm = (language: Language, name: string) =>
  html`<form class="find" method="get" action="/demo/inbox">
<input type="hidden" name="language" value="${language}">
<label>${words[language].search}<input name="name" value="${name}" autocomplete="off"></label><button>${words[language].find}</button>
</form>`

const row = ({ id, recipient, sentAt, zone, answerable, shown }: CaughtMail, language: Language) =>
  html`<li><a href="/demo/inbox/${id}?language=${language}">
<span class="who">${recipient}</span><span class="when">${dayTime(sentAt, language, zone)}</span>
<span class="subject" ${inLanguage(shown.language)}>${shown.channel === 'mail' ? shown.letter.subject : shown.text}</span>${shown.channel === 'sms' ? html`<span class="channel">${words[language].sms}</span>` : ''}${answerable ? html`<span class="answerable">${words[language].open}</span>` : ''}
</a></li>`

export function mailPage(language: Language, mail: CaughtMail): Html {
  const { shown, recipient } = mail
  return page(
    language,
    {
      title: shown.channel === 'mail' ? shown.letter.subject : words[language].smsOf(recipient),
      ...(shown.channel === 'mail' ? { spoken: shown.language } : {}),
      otherPath: `/demo/inbox/${mail.id}?language=${language === 'nl' ? 'en' : 'nl'}`,
      back: backLink(language),
    },
    shown.channel === 'mail' ? mailParts(language, mail, shown) : textParts(language, mail, shown),
  )
}

type Of<Channel> = Extract<CaughtMail['shown'], { channel: Channel }>

function mailParts(
  language: Language,
  mail: CaughtMail,
  { letter, mail: sent, language: spoken }: Of<'mail'>,
) {
  const say = words[language]
  const headers = Object.entries({ 'Message-ID': sent.messageId, ...sent.headers })
  return html`<dl class="facts">
<dt>${say.from}</dt><dd>${sent.fromName}</dd>
<dt>${say.to}</dt><dd>${mail.recipient === sent.to ? sent.to : html`${mail.recipient} &lt;${sent.to}&gt;`}</dd>
<dt>${say.sent}</dt><dd>${dayTime(mail.sentAt, language, mail.zone)}</dd>
</dl>
<article class="mail" ${inLanguage(spoken)}>${raw(letterFragment(letter, { button: 'class="go"', link: '' }))}</article>
<details><summary>${say.plain}</summary><pre ${inLanguage(spoken)}>${sent.text}</pre></details>
<details><summary>${say.headers}</summary><pre>${headers.map(([name, value]) => `${name}: ${value}`).join('\n')}</pre></details>`
}

function textParts(language: Language, mail: CaughtMail, { to, text, language: spoken }: Of<'sms'>) {
  const say = words[language]
  const parts = text.split(/(https?:\/\/\S+)/)
  return html`<dl class="facts">
<dt>${say.to}</dt><dd>${mail.recipient} &lt;${to}&gt;</dd>
<dt>${say.sent}</dt><dd>${dayTime(mail.sentAt, language, mail.zone)}</dd>
</dl>
<article class="mail text-message" ${inLanguage(spoken)}><p>${parts.map((part) => (part.startsWith('http') ? html`<a href="${part}">${part}</a>` : part))}</p></article>`
}

const backLink = (language: Language): Html =>
  html`<a class="tool" href="/demo/inbox?language=${language}">${words[language].back}</a>`

export const gonePage = (language: Language): Html =>
  page(language, { title: words[language].gone, otherPath: '/demo/inbox', back: backLink(language) }, html``)

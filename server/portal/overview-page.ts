import { html } from 'hono/html'
import { type ContactLine, contactsFor } from '../../core/patients/contacts.ts'
import type { SetVersion } from '../definitions/reader.ts'
import { contactWords } from './contact-words.ts'
import { type DateRefused, datesPart } from './dates-part.ts'
import type { ToldVisit } from './decided-visits.ts'
import { callLink, frame, type Html, lookTools, onward, signOutForm, type Voice } from './frame.ts'
import { OPTIONS } from './options/page.ts'
import { isChoosing } from './options/sheet.ts'
import { optionWords } from './options/words.ts'
import { onePath } from './path-parts.ts'
import { preferenceWords } from './preference-words.ts'
import { PREFERENCES } from './preferences-page.ts'
import type { Reader } from './reader.ts'
import { type CarePath, isStopped } from './record.ts'

export type ShownPath = { path: CarePath; version: SetVersion }

/** The signed-in patient's first page: where I am, what comes, what we agreed, whom I call, who my people are. */
export function overviewPage(
  voice: Voice,
  reader: Reader,
  paths: readonly ShownPath[],
  {
    token,
    now,
    decided,
    refused,
  }: {
    token: string | null
    now: string
    decided: ReadonlyMap<string, ToldVisit[]>
    refused: DateRefused | null
  },
): Html {
  const { words } = voice
  const [first] = paths
  return frame(
    voice,
    words.carePath,
    html`<header class="top"><p class="who">${reader.organisation}${first ? html` <span>${first.path.team}</span>` : ''}</p>${lookTools(voice, '/mijn')}</header>
<main>
<h1 class="first">${words.carePath}</h1>
<p class="lead">${words.hello(reader.givenName)}. ${first ? '' : words.noPath}</p>
${openQuestions(voice, paths, token, now)}
<ul class="rows">${onward('/mijn/results', paths.length > 0 && paths.every(({ path }) => isStopped(path)) ? words.answeredBefore : words.results)}${paths.some(isChoosing) ? onward(OPTIONS, optionWords[voice.language].row) : ''}</ul>
${paths.map((shown) => html`${onePath(voice, shown, { several: paths.length > 1, now, decided: decided.get(shown.path.id) ?? [] })}${datesPart(voice, shown, refused)}`)}
<section class="block"><ul class="rows">${onward('/mijn/looked', words.looked)}${onward(PREFERENCES, preferenceWords[voice.language].title)}</ul></section>
${whomToCall(voice, reader, paths)}
${signOutForm(voice)}
</main>`,
  )
}

/** What waits for an answer, with the link that the mail has too. */
function openQuestions(
  { words, say: write }: Voice,
  paths: readonly ShownPath[],
  token: string | null,
  now: string,
): Html {
  const isMailed = paths.every(({ path }) => path.mailOffAt === null)
  const open = paths
    .flatMap(({ path }) => path.assessments)
    .filter((one) => !one.withdrawnAt && !one.submittedAt && one.opensAt <= now && one.closesAt > now)
    .toSorted((a, b) => (a.closesAt < b.closesAt ? -1 : 1))
  const [next] = open
  if (!next) return html``
  return html`<div class="note"><p><b>${words.open}</b></p><p>${words.openUntil(write.dayTime(next.closesAt))}</p>
${token ? html`<p class="near"><a class="go" href="/v/${token}">${words.openStart}</a></p>` : html`<p class="quiet">${isMailed ? words.openByMail : ''}</p><form class="near" method="post" action="/mijn/new-link"><button class="go">${words.openAsk}</button></form>`}</div>`
}

function whomToCall(voice: Voice, reader: Reader, paths: readonly ShownPath[]): Html {
  const { words } = voice
  const running = paths.filter(({ path }) => path.endedOn === null)
  const line = (title: string, about: string, phone: string) =>
    html`<li><p>${title}</p><p class="quiet small">${about}</p>${callLink(phone)}</li>`
  const teams = new Map(paths.map(({ path }) => [path.phone, path.team]))
  const ask = (phone: string, team: string) =>
    phone === reader.urgentPhone
      ? html`<li><p>${words.question}</p><p class="quiet small">${words.questionSame(team)}</p></li>`
      : line(words.question, words.questionAbout(team), phone)
  return html`<section class="block"><h2>${words.call}</h2><ul class="list">
${line(words.emergency, words.emergencyAbout, '112')}
${line(words.urgent, words.urgentAbout(reader.organisation), reader.urgentPhone)}
${running.flatMap(({ path }) => contactsFor(path.contacts, path.teamContacts).map((one) => contactLine(voice, one)))}
${[...teams].map(([phone, team]) => ask(phone, team))}
</ul></section>`
}

function contactLine({ language }: Voice, { kind, about, who, phone, hours }: ContactLine): Html {
  const words = contactWords[language]
  return html`<li><p>${about ? html`<span lang="" dir="auto">${about}</span>` : words.kinds[kind]}</p><p class="quiet small"><span lang="" dir="auto">${who}</span>, ${words.hours[hours]}</p>${callLink(phone)}</li>`
}

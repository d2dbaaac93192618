import { html } from 'hono/html'
import { callLink, frame, type Html, icon, paragraphs, topLine, type Voice } from './frame.ts'
import type { OpenTask } from './open-tasks.ts'
import type { PatientSession } from './session.ts'
import { questionFiles } from './style.ts'

const LOCALE = { nl: 'nl-NL', en: 'en-GB' } as const

/** di 24 nov 2026, 10:20 */
function dayTime(instant: string, language: Voice['language'], timeZone: string): string {
  const at = new Date(instant)
  const day = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone } as const
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const
  const say = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(LOCALE[language], options).format(at)
  return `${say(day).replace(/^(\p{L}+),/u, '$1')}, ${say(time)}`
}

/** The personal start: who asks, for which appointment, how long, who reads it, and whom to call. */
export function landingPage(voice: Voice, session: PatientSession, tasks: readonly OpenTask[]): Html {
  const { words } = voice
  const [first] = tasks
  const teams = [...new Set(tasks.map(({ team }) => team))]
  const started = tasks.some(({ version }) => version > 0)
  return frame(
    voice,
    `${words.questions} – ${session.organisation}`,
    html`${topLine(voice, session.organisation, teams.join(', '))}
<main>
<h1 class="first">${words.hello(session.givenName)}</h1>
<p class="lead">${words.lead(first?.clinician ?? null, teams.join(', '))}</p>
${respondentNote(voice, session)}
<dl class="facts">
${tasks.map((task) => appointmentFact(voice, session, task))}
<div><dt>${words.needed}</dt><dd><b>${words.minutes(minutesOf(tasks))}</b> ${started ? words.kept : words.pause}</dd></div>
<div><dt>${words.whoReads}</dt><dd>${words.readers(teams.join(', '))}</dd>
<dd><details><summary class="inline small">${words.moreAboutData}</summary>${paragraphs(words.aboutData)}</details></dd></div>
</dl>
${questionFiles.map((file) => html`<link rel="prefetch" href="${file}" as="${file.endsWith('.css') ? 'style' : 'script'}">`)}
<p class="after"><a class="go" href="/v/questions">${started ? words.goOn : words.start}</a></p>
<noscript><p class="near">${words.needsScript}</p></noscript>
<div class="note"><p>${words.notLive}<br>${words.cannotWait}</p><p>${callLink(voice, session.urgentPhone)}</p></div>
<ul class="rows">
<li>${respondentForm(voice, session)}</li>
<li><a class="row" href="/v/opt-out">${words.ratherNot}${icon('onward')}</a></li>
</ul>
</main>`,
  )
}

/** The two topics and the last question. */
const FINISH_MINUTES = 0.75

const minutesOf = (tasks: readonly OpenTask[]) =>
  Math.ceil(tasks.reduce((sum, { minutes }) => sum + minutes, FINISH_MINUTES))

function appointmentFact({ words, language }: Voice, { timeZone }: PatientSession, task: OpenTask) {
  if (!task.startsAt) return ''
  return html`<div><dt>${words.appointment(task.clinician)}</dt><dd><b>${dayTime(task.startsAt, language, timeZone)}</b></dd></div>`
}

function respondentNote({ words }: Voice, { respondent }: PatientSession) {
  const note = words.respondentNow[respondent]
  return note ? html`<p class="near"><b>${note}</b></p>` : ''
}

function respondentForm({ words }: Voice, { givenName, respondent }: PatientSession) {
  const kinds = ['patient', 'together', 'proxy'] as const
  return html`<details><summary>${words.forSomebodyElse}${icon('onward')}</summary>
<form method="post" action="/v/respondent"><fieldset><legend>${words.whoAnswers}</legend><div class="pick">
${kinds.map(
  (kind) =>
    html`<label><input type="radio" name="respondent" value="${kind}"${kind === respondent ? html` checked` : ''}>${words.respondents[kind](givenName)}</label>`,
)}
</div></fieldset><p><button class="row">${words.keep}</button></p></form></details>`
}

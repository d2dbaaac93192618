import { html } from 'hono/html'
import { isProxy } from '../../core/patients/proxy.ts'
import { FINISH_MINUTES } from '../../core/schedule/asked.ts'
import { listed } from '../../core/words/listed.ts'
import type { Deps } from '../deps.ts'
import type { FamilyMember } from './family.ts'
import { familyRows } from './family-rows.ts'
import { callLink, frame, type Html, icon, paragraphs, topLine, type Voice } from './frame.ts'
import { handOverRow } from './hand-over.ts'
import type { OpenTask } from './open-tasks.ts'
import { besideQuestions } from './questions/deck.ts'
import type { Reminding } from './remind.ts'
import type { PatientSession } from './session.ts'
import { day, dayTime } from './when.ts'
import type { WhoAnswers } from './who-answers.ts'

/** The personal start: who asks, for which appointment, how long, who reads it, and whom to call. */
export function landingPage(
  deps: Pick<Deps, 'secret'>,
  voice: Voice,
  session: PatientSession,
  tasks: readonly OpenTask[],
  {
    coming,
    offered,
    family,
    who,
    mayHandOver,
  }: Reminding & { family: readonly FamilyMember[]; who: WhoAnswers; mayHandOver: boolean },
): Html {
  const { words } = voice
  const teams = listed([...new Set(tasks.map(({ team }) => team))], voice.language)
  const declined = tasks.every(({ declinedAt }) => declinedAt !== null)
  const started = tasks.some(({ version }) => version > 0)
  return frame(
    voice,
    `${words.questions} – ${session.organisation}`,
    html`${topLine(voice, session.organisation, teams)}
<main>
<h1 class="first">${words.hello(readerOf(session, who))}</h1>
<p class="lead">${leadOf(voice, session, tasks, teams)}</p>
${declined ? html`<p class="near"><b>${words.declinedBefore}</b></p>` : ''}
${respondentNote(voice, session)}${proxyNote(voice, session, who)}
${coming.map((at) => remindedLine(voice, session, at))}
<dl class="facts">
${tasks.map((task) => appointmentFact(voice, session, task))}
<div><dt>${words.needed}</dt><dd><b>${words.minutes(minutesOf(tasks))}</b> ${started ? words.kept : words.pause}</dd></div>
<div><dt>${words.whoReads}</dt><dd>${words.readers(teams)}</dd>
<dd><details><summary class="inline small">${words.moreAboutData}</summary>${paragraphs(words.aboutData)}</details></dd></div>
</dl>
<p class="after"><a class="go" href="/v/questions" data-begin>${started ? words.goOn : words.start}</a></p>
<div class="note"><p>${words.notLive}<br>${words.cannotWait}</p><p>${callLink(voice, session.urgentPhone)}</p></div>
<ul class="rows">
${offered.map((offer) => remindRow(voice, session, offer))}
${session.proxyId === null ? html`<li>${respondentForm(voice, session, who)}</li>` : ''}
${handOverRow(voice, session, mayHandOver)}
${familyRows(voice, family)}
<li><a class="row" href="${declined ? '/v/opt-out' : '/v/decline'}">${declined ? words.noMoreMessages : words.ratherNot}${icon('onward')}</a></li>
</ul>
</main>`,
    besideQuestions(deps, { voice, session, tasks }),
  )
}

const minutesOf = (tasks: readonly OpenTask[]) =>
  Math.ceil(tasks.reduce((sum, { minutes }) => sum + minutes, FINISH_MINUTES))

/** Who reads: the patient, or who was named to answer for them. */
const readerOf = ({ givenName, respondent }: PatientSession, { proxy }: WhoAnswers): string =>
  isProxy(respondent) && proxy ? proxy.name : givenName

/** Who answers for somebody else is asked about that one. */
function leadOf(
  { words }: Voice,
  { givenName, respondent }: PatientSession,
  tasks: readonly OpenTask[],
  teams: string,
): string {
  const clinician = tasks[0]?.clinician ?? null
  const isVisit = tasks.some(({ startsAt }) => startsAt !== null)
  return isProxy(respondent)
    ? words.leadForAnother(givenName, clinician, teams, isVisit)
    : words.lead(clinician, teams, isVisit)
}

function appointmentFact(
  { words, language }: Voice,
  { givenName, respondent, timeZone }: PatientSession,
  task: OpenTask,
) {
  if (!task.startsAt) return ''
  const whose = isProxy(respondent)
    ? words.appointmentOf(givenName, task.clinician)
    : words.appointment(task.clinician)
  return html`<div><dt>${whose}</dt><dd><b>${dayTime(task.startsAt, language, timeZone)}</b></dd></div>`
}

const remindedLine = ({ words, language }: Voice, { timeZone }: PatientSession, at: string) =>
  html`<p class="saved" role="status">${icon('check')}${words.reminded(dayTime(at, language, timeZone))}</p>`

const remindRow = (
  { words, language }: Voice,
  { timeZone }: PatientSession,
  { when, at }: Reminding['offered'][number],
) =>
  html`<li><form method="post" action="/v/remind"><button class="row" name="when" value="${when}"><span>${words.remindMe[when]}<br><span class="small quiet">${words.remindedAt(dayTime(at, language, timeZone))}</span></span>${icon('onward')}</button></form></li>`

function respondentNote({ words }: Voice, { respondent }: PatientSession) {
  const note = words.respondentNow[respondent]
  return note ? html`<p class="near"><b>${note}</b></p>` : ''
}

function proxyNote(
  { words, language }: Voice,
  { givenName, timeZone }: PatientSession,
  { proxy }: WhoAnswers,
) {
  if (!proxy) return ''
  const last = day(`${proxy.untilOn}T12:00:00Z`, language, timeZone)
  return html`<p class="near">${words.proxyUntil(proxy.name, givenName, last)}</p>`
}

function respondentForm({ words }: Voice, { givenName, respondent }: PatientSession, { kinds }: WhoAnswers) {
  return html`<details><summary>${words.forSomebodyElse}${icon('onward')}</summary>
<form method="post" action="/v/respondent"><fieldset><legend>${words.whoAnswers}</legend><div class="pick">
${kinds.map(
  (kind) =>
    html`<label><input type="radio" name="respondent" value="${kind}"${kind === respondent ? html` checked` : ''}>${words.respondents[kind](givenName)}</label>`,
)}
</div></fieldset><p><button class="row">${words.keep}</button></p></form></details>`
}

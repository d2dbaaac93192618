import { html } from 'hono/html'
import type { SetVersion } from '../../definitions/reader.ts'
import { callLink, type Html, icon, local, type Voice } from '../frame.ts'
import type { OpenTask } from '../open-tasks.ts'
import type { PatientSession } from '../session.ts'
import { longDay } from '../when.ts'
import { type Finishing, type FinishProblem, MOST_TOPIC_TEXT } from './finishing.ts'
import { questionWords } from './words.ts'

const nothing: Finishing = { topics: [], topicText: '', urgent: null }

/** Every topic of the outcome sets, each once: those that were asked about just now in front. */
const topicsOf = (voice: Voice, tasks: readonly OpenTask[]) => [
  ...new Map(
    tasks.flatMap(({ setVersion, instruments }) =>
      askedFirst(setVersion, instruments).map(
        ({ id, title }) => [id, { id, title: local(voice, title) }] as const,
      ),
    ),
  ).values(),
]

function askedFirst({ set, instruments }: SetVersion, asked: readonly string[]) {
  const about = new Set<string>(
    asked.flatMap((id) => instruments.get(id)?.scales.map(({ domain }) => domain) ?? []),
  )
  return set.domains.toSorted((one, other) => Number(about.has(other.id)) - Number(about.has(one.id)))
}

/** Which two topics the patient wants to talk about. Choosing none is fine. */
export function topicsPart(
  voice: Voice,
  tasks: readonly OpenTask[],
  given = nothing,
  problem: FinishProblem | null = null,
): Html {
  const words = questionWords[voice.language]
  const clinician = tasks.find((task) => task.clinician)?.clinician ?? null
  const isVisit = tasks.some(({ startsAt }) => startsAt !== null)
  return html`<fieldset class="ask" aria-describedby="topics-about wrong"><legend><h1>${words.topics}</h1></legend>
<p class="near quiet" id="topics-about">${words.topicsAbout(clinician, isVisit)}</p>
<p class="error" id="wrong" role="alert">${problem === 'too-many' ? html`${icon('warning')}${words.topicsMany}` : ''}</p>
<div class="pick">${topicsOf(voice, tasks).map(
    ({ id, title }) =>
      html`<label><input type="checkbox" name="topic" value="${id}"${checked(given.topics.includes(id))}>${title}</label>`,
  )}</div></fieldset>
<div class="field after"><label for="topic-text">${words.topicText}</label>
<textarea id="topic-text" name="topic-text" rows="2" maxlength="${MOST_TOPIC_TEXT}">${given.topicText}</textarea></div>`
}

type Asking = { problem?: FinishProblem | null; heading: 'h1' | 'h2'; given?: Finishing | undefined }

const checked = (is: boolean) => (is ? html` checked` : '')

/** The last question. Whom to call is said at once, without asking the server. */
export function urgentPart(
  voice: Voice,
  session: PatientSession,
  tasks: readonly OpenTask[],
  { problem = null, heading, given = nothing }: Asking,
): Html {
  const words = questionWords[voice.language]
  const until = tasks.find(({ startsAt }) => startsAt)?.startsAt
  const asks = until ? words.urgentUntil(longDay(until, voice.language, session.timeZone)) : words.urgent
  const said = problem === 'urgent' ? words.urgentChoose : problem === 'changed' ? words.changedElsewhere : ''
  return html`<fieldset class="ask urgent" role="radiogroup" aria-labelledby="urgent" aria-describedby="urgent-about trouble"><legend>${
    heading === 'h1' ? html`<h1 id="urgent">${asks}</h1>` : html`<h2 id="urgent">${asks}</h2>`
  }</legend>
<p class="near quiet" id="urgent-about">${words.urgentAbout}</p>
<p class="error" id="trouble" role="alert">${said ? html`${icon('warning')}${said}` : ''}</p>
<div class="pick"><label><input type="radio" name="urgent" value="no"${checked(given.urgent === false)}>${words.canWait}</label>
<label><input type="radio" name="urgent" value="yes"${checked(given.urgent === true)}>${words.cannotWait}</label></div></fieldset>
<div class="call-now" role="status">${callNow(voice, session.urgentPhone)}</div>`
}

/** Whom to call at once, for somebody who cannot wait. */
export function callNow(voice: Voice, phone: string): Html {
  const words = questionWords[voice.language]
  return html`<div class="note"><h2>${words.callNow}</h2><p>${words.callNowAbout}</p>
<p>${callLink(voice, phone, { big: true })}</p>
<p class="call">${words.lifeAtRisk}${callLink(voice, '112')}</p></div>`
}

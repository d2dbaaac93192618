import { html } from 'hono/html'
import { listed, withinSentence } from '../../../core/words/listed.ts'
import { type Said, sayIn } from '../../../core/words.ts'
import type { FamilyMember } from '../family.ts'
import { familyRows } from '../family-rows.ts'
import { callLink, frame, type Html, icon, marked, type Voice, withHelpLines } from '../frame.ts'
import type { PatientSession } from '../session.ts'
import { dayTime } from '../when.ts'
import { callNow } from './finish.ts'
import type { Meaning } from './meaning.ts'
import { meaningPart } from './meaning-part.ts'
import type { SentResponse } from './sent.ts'
import { questionWords } from './words.ts'

/** Thank you, and what happens next: who reads it when, what is talked about, whom to call. */
export function sentPage(
  voice: Voice,
  session: PatientSession,
  sent: readonly SentResponse[],
  { meanings, family }: { meanings: readonly Meaning[]; family: readonly FamilyMember[] },
): Html {
  const words = questionWords[voice.language]
  const urgent = sent.some((response) => response.urgent)
  const advice = adviceIn(voice, sent)
  return frame(
    voice,
    `${words.sentTitle} – ${session.organisation}`,
    html`<main class="fill">
<p class="done" aria-hidden="true">${icon('check')}</p>
<h1>${words.sentTitle}</h1>
<p class="lead">${words.thanks(session.givenName)}</p>
${urgent ? callNow(voice, session.urgentPhone) : ''}
${advice.map((said) => html`<div class="note" role="alert"><p>${marked(voice, said, withHelpLines)}</p></div>`)}
${nextFacts(voice, session, sent, urgent || advice.length > 0)}
${meaningPart(voice, meanings)}
${urgent ? '' : html`<div class="note"><p>${words.worse}</p><p>${callLink(voice, session.urgentPhone)}</p></div>`}
${family.length > 0 ? html`<ul class="rows">${familyRows(voice, family)}</ul>` : ''}
${voice.onTablet ? '' : html`<div class="end"><a class="go" href="/mijn">${words.results}</a></div>`}
</main>`,
  )
}

/** What each alert that was raised tells the patient, the same sentence once. */
function adviceIn({ language, otherwise }: Voice, sent: readonly SentResponse[]): Said[] {
  const all = sent.flatMap(({ setVersion, rules }) =>
    setVersion.set.alerts.flatMap(({ id, patientText }) =>
      patientText && rules.includes(id) ? sayIn(patientText, language, otherwise) : [],
    ),
  )
  return [...new Map(all.map((said) => [said.text, said])).values()]
}

const fact = (term: string, said: string | Html) => html`<div><dt>${term}</dt><dd>${said}</dd></div>`

/** Who was told above what to do or what the team does is not told here that they hear only if it is needed. */
function nextFacts(
  voice: Voice,
  { timeZone }: PatientSession,
  sent: readonly SentResponse[],
  isToldAbove: boolean,
): Html {
  const words = questionWords[voice.language]
  const at = (instant: string) => dayTime(instant, voice.language, timeZone)
  const teams = listed([...new Set(sent.map(({ team }) => team))], voice.language)
  const last = sent.at(-1)
  const next = sent.find(({ startsAt }) => startsAt)
  return html`<dl class="facts">
${last ? fact(at(last.submittedAt), words.sentTo(teams)) : ''}
${
  next?.startsAt
    ? html`${fact(words.teamReads, words.teamReadsAbout)}
${fact(at(next.startsAt), `${words.talk(next.clinician)} ${topicSentence(voice, sent)}`)}
${fact(words.afterwards, words.afterwardsAbout)}`
    : fact(words.teamReadsNoAppointment, isToldAbove ? words.teamReadsAbout : words.teamReadsSoon)
}
</dl>`
}

function topicSentence({ language, otherwise }: Voice, sent: readonly SentResponse[]): string {
  const titles = sent.flatMap(({ topics, setVersion }) =>
    setVersion.set.domains
      .filter(({ id }) => topics.includes(id))
      .map(({ title }) => withinSentence(sayIn(title, language, otherwise))),
  )
  return titles.length > 0 ? questionWords[language].talkAbout([...new Set(titles)]) : ''
}

import { html } from 'hono/html'
import {
  MOST_REQUEST_TEXT,
  offeredKinds,
  type RequestKind,
  requestKind,
} from '../../core/patients/patient-request.ts'
import { patientLanguages } from '../../core/words.ts'
import { proxyPart, registersPart, researchPart } from './choices-part.ts'
import { backLine, frame, type Html, icon, inLanguage, told, type Voice } from './frame.ts'
import type { ShownPath } from './overview-page.ts'
import { preferenceWords } from './preference-words.ts'
import type { Preferences } from './preferences.ts'
import { textsPart } from './texts-part.ts'
import { topicsPart } from './topics-part.ts'
import { words as everyLanguage } from './words.ts'

export const PREFERENCES = '/mijn/preferences'

/** What was wrong with a request, with what was filled in. */
export type Refused = {
  why: 'missing' | 'tooMany' | 'proxy' | 'number'
  kind: RequestKind | null
  text: string
  /** What was typed, by field, where it is no request. */
  typed?: Readonly<Record<string, string>>
}

/** How the patient is reached, and what they ask of the hospital about their data. */
export function preferencesPage(
  voice: Voice,
  paths: readonly ShownPath[],
  preferences: Preferences,
  refused: Refused | null = null,
): Html {
  const say = preferenceWords[voice.language]
  return frame(
    voice,
    say.title,
    html`${backLine(voice, PREFERENCES)}
<main>
<h1>${say.title}</h1>
<p class="lead">${say.about}</p>
${languagePart(voice, preferences)}
${mailPart(voice, paths, preferences)}
${topicsPart(voice, preferences, PREFERENCES)}
${textsPart(voice, preferences, PREFERENCES, refused?.why === 'number' ? refused.typed : undefined)}
${proxyPart(voice, preferences, PREFERENCES, refused?.why === 'proxy' ? refused.typed : undefined)}
${learningPart(voice, preferences)}
${registersPart(voice, preferences, PREFERENCES)}
${researchPart(voice, preferences, PREFERENCES)}
${askPart(voice, refused)}
${minePart(voice, preferences)}
</main>`,
  )
}

function languagePart({ language: page }: Voice, { language }: Preferences): Html {
  const say = preferenceWords[page]
  return html`<section class="block"><form method="post" action="${PREFERENCES}/language">
<fieldset><legend><h2>${say.language}</h2></legend><div class="pick">${patientLanguages.map(
    (one) =>
      html`<label><input type="radio" name="language" value="${one}"${one === language ? html` checked` : ''}><span ${inLanguage(one)}>${everyLanguage[one].languageName}</span></label>`,
  )}</div></fieldset><p class="near"><button class="row"><span>${say.keep}</span>${icon('onward')}</button></p></form></section>`
}

/** Per care path that goes on; who wants no mail at all has no choice left here. */
function mailPart(voice: Voice, paths: readonly ShownPath[], { isOptedOut }: Preferences): Html | string {
  const say = preferenceWords[voice.language]
  const running = paths.filter(({ path }) => path.endedOn === null)
  if (running.length === 0) return ''
  if (isOptedOut)
    return html`<section class="block"><h2>${say.mail}</h2><p class="near">${say.allOff}</p></section>`
  return html`<section class="block"><h2>${say.mail}</h2>${running.map(({ path, version }) => {
    const isOff = path.mailOffAt !== null
    const name = told(voice, version.set.title)
    return html`<form class="near" method="post" action="${PREFERENCES}/mail"><input type="hidden" name="path" value="${path.id}">
<p>${isOff ? say.mailOff(name) : say.mailOn(name)}</p>
<button class="row" name="mail" value="${isOff ? 'on' : 'off'}"><span>${isOff ? say.startMail : say.stopMail}</span>${icon('onward')}</button></form>`
  })}<p class="small quiet">${say.mailAbout}</p></section>`
}

/** What becomes of the answers beyond the patient's own care, and the choice that it may not be. */
function learningPart(
  { language, say: write }: Voice,
  { objections: { learning: objectsSince } }: Preferences,
): Html {
  const say = preferenceWords[language]
  const state = objectsSince ? [say.learnStopped(write.day(objectsSince))] : [say.learnGoes, say.learnAbout]
  return html`<section class="block"><h2>${say.learn}</h2>${[...state, say.learnRest].map((text) => html`<p class="near">${text}</p>`)}
<form class="near" method="post" action="${PREFERENCES}/objection"><button class="row" name="use" value="${objectsSince ? 'yes' : 'no'}"><span>${objectsSince ? say.learnAgain : say.learnStop}</span>${icon('onward')}</button></form>
<p class="small quiet">${say.learnLaw}</p></section>`
}

function askPart({ language }: Voice, refused: Refused | null): Html {
  const say = preferenceWords[language]
  const fault = refused?.why === 'missing' || refused?.why === 'tooMany' ? say[refused.why] : ''
  return html`<section class="block"><h2>${say.ask}</h2><p class="near">${say.askAbout}</p>
<form class="near" method="post" action="${PREFERENCES}/request#wrong">
<p class="error" id="wrong" role="alert">${fault}</p>
<fieldset><legend>${say.kind}</legend><div class="pick">${offeredKinds.map(
    (kind) =>
      html`<label><input type="radio" name="kind" value="${kind}"${refused?.kind === kind ? html` checked` : ''}>${say.kinds[kind]}</label>`,
  )}</div></fieldset>
<div class="field after"><label for="text">${say.text}</label><p class="hint" id="hint">${say.textHint}</p>
<textarea id="text" name="text" rows="4" maxlength="${MOST_REQUEST_TEXT}" aria-describedby="hint">${refused?.text ?? ''}</textarea></div>
<p class="after"><button class="go">${say.send}</button></p></form></section>`
}

function minePart({ language, say: write }: Voice, { requests }: Preferences): Html | string {
  const say = preferenceWords[language]
  if (requests.length === 0) return ''
  return html`<section class="block"><h2>${say.mine}</h2><ul class="list">${requests.map((one) => {
    const kind = requestKind(one.kind)
    return html`<li><p class="when">${kind ? say.kinds[kind] : ''}</p><p class="quiet small">${say.askedOn(write.day(one.madeAt))}</p>
<p dir="auto">${one.text}</p>${
      one.answeredAt
        ? html`<p class="quiet small near">${say.answered(write.day(one.answeredAt))}</p><p dir="auto">${one.answer ?? ''}</p>`
        : html`<p class="quiet small">${say.waits}</p>`
    }</li>`
  })}</ul></section>`
}

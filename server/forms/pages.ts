import type { Context } from 'hono'
import { html } from 'hono/html'
import { languages, type PatientLanguage, patientLanguages } from '../../core/words.ts'
import { frame, type Html, icon, inLanguage, paragraphs, topLine, type Voice } from './frame.ts'
import type { PatientSession } from './session.ts'
import { words } from './words.ts'

/** The language that the address of a mail carries, so that what it opens begins in the words of the mail. */
export const languageIn = (c: Context): PatientLanguage | null =>
  patientLanguages.find((known) => known === c.req.query('in')) ?? null

/** Beside a language that nobody may have chosen: Dutch, and English beside Dutch. */
export function secondLanguage({ language }: Voice) {
  const second = language === 'nl' ? 'en' : 'nl'
  return { language: second, words: words[second] } as const
}

/**
 * What any link shows before it is used: the same bytes for every token, so that a mail scanner learns and changes
 * nothing. In two languages, since nobody is known yet, with the way to the others. The form posts to its own address,
 * with or without the script.
 */
export function linkPage(voice: Voice, organisation: string | null, chosen: PatientLanguage | null): Html {
  const { words: say, language } = voice
  // Who begins in a language goes on in it; beside Dutch and English the other of the two stands, so neither was chosen.
  const begun = chosen ?? (languages.some((own) => own === language) ? null : language)
  const begin = html`<form class="after" method="post" data-open><input type="hidden" name="token">${begun ? html`<input type="hidden" name="language" value="${begun}">` : ''}<button class="go">${say.begin}</button></form>`
  return questionsPage(voice, organisation, begin)
}

/** The same behind the short link of a text message; there is no room for a second link in it, so one ends them here. */
export const shortLinkPage = (voice: Voice, organisation: string | null, path: string): Html =>
  questionsPage(
    voice,
    organisation,
    html`<form class="after" method="post"><button class="go">${voice.words.begin}</button></form>
<form class="near" method="post" action="${path}/stop"><button class="row"><span>${voice.words.noMoreMessages}</span>${icon('onward')}</button></form>`,
  )

function questionsPage(voice: Voice, organisation: string | null, begin: Html): Html {
  const { words: say, language } = voice
  const second = secondLanguage(voice)
  const others = patientLanguages.filter((one) => one !== language)
  return frame(
    voice,
    `${say.questions} · ${second.words.questions}`,
    html`<header class="top"><p class="who">${organisation ?? ''}</p></header>
<main>
<h1 class="first">${say.questions}</h1>
<p class="lead">${say.beginAbout}</p>
<p class="after h2" ${inLanguage(second.language)}><b>${second.words.questions}</b></p>
<p ${inLanguage(second.language)}>${second.words.beginAbout}</p>
${begin}
<div class="note"><p>${say.notLive}</p><p class="quiet" ${inLanguage(second.language)}>${second.words.notLive}</p></div>
<nav class="tools after" aria-label="${say.language}">${others.map(
      (one) => html`<a class="tool" href="?in=${one}" ${inLanguage(one)}>${words[one].languageName}</a>`,
    )}</nav>
</main>`,
  )
}

const signIn = ({ words }: Voice) =>
  html`<li><a class="row" href="/mijn"><span>${words.results}<br><span class="small quiet">${words.resultsAbout}</span></span>${icon('onward')}</a></li>`

/** Nobody signs in to their own record on a device that others use. */
export const signInRow = (voice: Voice) =>
  voice.onTablet ? '' : html`<ul class="rows">${signIn(voice)}</ul>`

const askNewLink = ({ words }: Voice, action: string) =>
  html`<form class="after" method="post" action="${action}"><button class="go">${words.newLink}</button></form>
<p class="near small quiet">${words.newLinkAbout}</p>`

/** An old, used up, withdrawn or unknown link: never what is wrong with it, always what can be done now. */
export const oldLinkPage = (voice: Voice, newLink: string): Html =>
  frame(
    voice,
    voice.words.oldTitle,
    html`<main>
<h1 class="first">${voice.words.oldTitle}</h1>
<p class="lead">${voice.words.oldAbout}</p>
<h2 class="after">${voice.words.whatNow}</h2>
${askNewLink(voice, newLink)}
<ul class="rows">${signIn(voice)}</ul>
</main>`,
  )

/** Said after every request for a new link, whether or not anything was sent. */
export const newLinkPage = (voice: Voice): Html =>
  frame(
    voice,
    voice.words.newLinkSent,
    html`<main><h1 class="first">${voice.words.newLinkSent}</h1>${paragraphs(voice.words.newLinkSentAbout)}</main>`,
  )

/** A page of one heading, some sentences, and the way to one's results. */
export const plainPage = (voice: Voice, title: string, texts: readonly string[]): Html =>
  frame(
    voice,
    title,
    html`<main><h1 class="first">${title}</h1>${paragraphs(texts)}${signInRow(voice)}</main>`,
  )

/** After the device was given back: nothing of anybody, and no way on. */
export const givenBackPage = ({ words, ...voice }: Voice): Html =>
  frame(
    { ...voice, words, onTablet: false },
    words.givenBack,
    html`<main><h1 class="first">${words.givenBack}</h1>${paragraphs(words.givenBackAbout)}</main>`,
  )

export type BirthDateProblem = { kind: 'not-a-date' } | { kind: 'wrong'; left: number }

export function birthDatePage(voice: Voice, session: PatientSession, problem: BirthDateProblem | null): Html {
  const { words } = voice
  const said = problem && (problem.kind === 'wrong' ? words.birthWrong(problem.left) : words.birthNotADate)
  return frame(
    voice,
    words.birthTitle,
    html`${topLine(voice, session.organisation, null)}
<main>
<h1 class="first">${words.birthTitle}</h1>
<p class="lead">${words.birthWhose}</p>
<form class="after" method="post" action="/v/birth-date">
<div class="field">
<label for="date">${words.birthLabel}</label>
<p class="hint" id="hint">${words.birthHint}</p>
<input class="short" id="date" name="date" inputmode="text" dir="ltr" autocomplete="bday" required aria-describedby="hint${said ? ' said' : ''}"${said ? html` aria-invalid="true" autofocus` : ''}>
${said ? html`<p class="error" id="said" role="alert">${icon('warning')}${said}</p>` : ''}
</div>
<p class="after"><button class="go">${words.goFurther}</button></p>
</form>
</main>`,
  )
}

/** Too many wrong birth dates for this link. */
export const lockedPage = (voice: Voice): Html =>
  frame(
    voice,
    voice.words.birthLocked,
    html`<main><h1 class="first">${voice.words.birthLocked}</h1><p class="lead">${voice.words.birthLockedAbout}</p>
${askNewLink(voice, '/v/new-link')}</main>`,
  )

/** Too many for today: a new link would be locked as well, so none is offered. */
export const lockedTodayPage = (voice: Voice): Html =>
  frame(
    voice,
    voice.words.birthLockedToday,
    html`<main><h1 class="first">${voice.words.birthLockedToday}</h1>${paragraphs(voice.words.birthLockedTodayAbout)}</main>`,
  )

export const optOutPage = (voice: Voice, session: PatientSession): Html =>
  frame(
    voice,
    voice.words.stopTitle,
    html`${topLine(voice, session.organisation, null)}
<main><h1 class="first">${voice.words.stopTitle}</h1>${paragraphs(voice.words.stopAbout)}
<form class="after" method="post" action="/v/opt-out"><button class="go">${voice.words.stop}</button></form>
<p class="near middle"><a class="tool" href="/v">${voice.words.backToQuestions}</a></p></main>`,
  )

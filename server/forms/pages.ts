import { html } from 'hono/html'
import { frame, type Html, icon, paragraphs, topLine, type Voice } from './frame.ts'
import type { PatientSession } from './session.ts'
import { words } from './words.ts'

/**
 * What any link shows before it is used: the same bytes for every token, so that a mail scanner learns and changes
 * nothing. In both languages, since nobody is known yet. The form posts to its own address, with or without the script.
 */
export function linkPage(demo: boolean, organisation: string | null): Html {
  const { nl, en } = words
  const voice: Voice = { language: 'nl', size: 1, demo: false, letters: false, words: nl }
  return frame(
    voice,
    `${nl.questions} · ${en.questions}`,
    html`<header class="top"><p class="who">${organisation ?? ''}</p></header>
<main>
<h1 class="first">${nl.questions}</h1>
<p class="lead">${nl.beginAbout}</p>
<p class="after h2" lang="en"><b>${en.questions}</b></p>
<p lang="en">${en.beginAbout}</p>
<form class="after" method="post" data-open><input type="hidden" name="token"><button class="go">${nl.begin}</button></form>
<div class="note"><p>${nl.notLive}</p><p class="quiet" lang="en">${en.notLive}</p></div>
</main>
${demo ? html`<footer class="foot">${nl.demo} <span lang="en">${en.demo}</span></footer>` : ''}`,
  )
}

const signIn = ({ words }: Voice) =>
  html`<li><a class="row" href="/mijn"><span>${words.results}<br><span class="small quiet">${words.resultsAbout}</span></span>${icon('onward')}</a></li>`

const askNewLink = ({ words }: Voice, action: string) =>
  html`<form class="after" method="post" action="${action}"><button class="go">${words.newLink}</button></form>
<p class="near small quiet">${words.newLinkAbout}</p>`

/** An old, used up, withdrawn or unknown link: never what is wrong with it, always what can be done now. */
export const oldLinkPage = (voice: Voice, token: string): Html =>
  frame(
    voice,
    voice.words.oldTitle,
    html`<main>
<h1 class="first">${voice.words.oldTitle}</h1>
<p class="lead">${voice.words.oldAbout}</p>
<h2 class="after">${voice.words.whatNow}</h2>
${askNewLink(voice, `/v/${/^[\w-]{1,64}$/.test(token) ? token : 'link'}/new-link`)}
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
    html`<main><h1 class="first">${title}</h1>${paragraphs(texts)}<ul class="rows">${signIn(voice)}</ul></main>`,
  )

/** Nothing to answer now; the link still works for what comes. */
export const donePage = (voice: Voice, session: PatientSession): Html =>
  frame(
    voice,
    voice.words.doneTitle,
    html`${topLine(voice, session.organisation, null)}
<main><h1 class="first">${voice.words.doneTitle}</h1><p class="lead">${voice.words.doneAbout}</p>
<ul class="rows">${signIn(voice)}</ul></main>`,
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
<input class="short" id="date" name="date" inputmode="text" autocomplete="bday" required aria-describedby="hint${said ? ' said' : ''}"${said ? html` aria-invalid="true" autofocus` : ''}>
${said ? html`<p class="error" id="said" role="alert">${icon('warning')}${said}</p>` : ''}
</div>
<p class="after"><button class="go">${words.goFurther}</button></p>
</form>
</main>`,
  )
}

/** Too many wrong birth dates. */
export const lockedPage = (voice: Voice): Html =>
  frame(
    voice,
    voice.words.birthLocked,
    html`<main><h1 class="first">${voice.words.birthLocked}</h1><p class="lead">${voice.words.birthLockedAbout}</p>
${askNewLink(voice, '/v/new-link')}</main>`,
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

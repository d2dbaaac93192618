import { html } from 'hono/html'
import { type Html, icon, languageTool, type Voice } from '../frame.ts'
import { questionWords } from './words.ts'

type Step = {
  /** Where Back leads. */
  back: string
  left: string
  percent: number
  action: string
  /** Hidden fields and what is asked. */
  body: Html | Html[] | string
  said: Html | string
  go: string
  mayPass: boolean
  /** The address of this step, null where nobody is on the way. */
  place: string | null
}

/** One page of the way: back, what is left, one thing to do, one filled button. A form, with or without a script. */
export function step(
  voice: Voice,
  { back, left, percent, action, body, said, go, mayPass, place }: Step,
): Html {
  const words = questionWords[voice.language]
  return html`<header>
<div class="minutes"><a class="tool back" href="${back}">${icon('back')}${words.back}</a><span id="left">${left}</span></div>
<progress class="bar" aria-labelledby="left" max="100" value="${percent}"></progress>
</header>
<main class="fill"><form id="step" data-next="${words.next}" method="post" action="${action}" novalidate>
<div id="body">${body}</div>
<div role="status"><div id="kept">${said}</div><p class="quiet" id="merged" hidden>${words.merged}</p></div>
<div class="end"><button class="go">${go}</button>
<p class="near middle pass"${mayPass ? '' : html` hidden`}><button class="tool" name="at-pass" value="1">${words.skip}</button></p></div>
</form>${place === null ? '' : stepTools(voice, place)}</main>`
}

/** Another language, and reading aloud: the script shows that where the browser can. */
const stepTools = (voice: Voice, place: string) => {
  const keeps = place === FINISH ? 'step' : undefined // nothing of it is kept before it is sent
  const { readAloud, readNoMore } = questionWords[voice.language]
  return html`<div class="tools">${languageTool(voice, place, keeps)}
<button type="button" class="tool" id="read" hidden data-read="${readAloud}" data-stop="${readNoMore}">${icon('sound')}<span>${readAloud}</span></button></div>`
}

export const FINISH = '/v/finish'

export const savedLine = (voice: Voice): Html =>
  html`<p class="saved">${icon('check')}${questionWords[voice.language].saved}</p>`

/** "0 minutes" is never said, and the bar keeps room for what follows the questions. */
export const QUESTIONS_PERCENT = 85

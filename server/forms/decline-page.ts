import { html } from 'hono/html'
import { declineReasons } from '../../core/mail/decline.ts'
import { frame, type Html, icon, paragraphs, topLine, type Voice } from './frame.ts'
import type { PatientSession } from './session.ts'

/** "I'd rather not": these questions, with a reason for who wants to give one; or no mail at all. */
export function declinePage(voice: Voice, session: PatientSession): Html {
  const { words } = voice
  return frame(
    voice,
    words.declineTitle,
    html`${topLine(voice, session.organisation, null)}
<main><h1 class="first">${words.declineTitle}</h1>${paragraphs(words.declineAbout)}
<form class="after" method="post" action="/v/decline">
<fieldset class="ask"><legend>${words.declineWhy}</legend><div class="pick">
${declineReasons.map(
  (reason) =>
    html`<label><input type="radio" name="why" value="${reason}">${words.declineReasons[reason]}</label>`,
)}
</div></fieldset>
<p class="after"><button class="go">${words.decline}</button></p></form>
<ul class="rows">
<li><a class="row" href="/v">${words.backToQuestions}${icon('onward')}</a></li>
<li><a class="row" href="/v/opt-out">${words.noMoreMessages}${icon('onward')}</a></li>
</ul></main>`,
  )
}

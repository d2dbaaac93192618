import { html } from 'hono/html'
import { frame, type Html, lookTools, type Voice } from './frame.ts'

const signInLink = (text: string) => html`<p class="after"><a class="go" href="/mijn/sign-in">${text}</a></p>`

/** What /mijn shows to who is not signed in: why, and how. */
export const signInPage = (voice: Voice, { standIn }: { standIn: boolean }): Html => {
  const { words } = voice
  return frame(
    voice,
    words.signInTitle,
    html`<header class="top"><p class="who"></p>${lookTools(voice, '/mijn')}</header>
<main>
<h1 class="first">${words.signInTitle}</h1>
<p class="lead">${words.signInAbout}</p>
${signInLink(standIn ? words.signInStandIn : words.signIn)}
<div class="note"><p>${words.signInWhy}</p></div>
</main>`,
  )
}

/** One heading, one sentence, and what to do now. */
export const saidPage = (
  voice: Voice,
  title: string,
  about: string,
  next: { href: string; text: string },
): Html =>
  frame(
    voice,
    title,
    html`<main><h1 class="first">${title}</h1><p class="lead">${about}</p>
<p class="after"><a class="go" href="${next.href}">${next.text}</a></p></main>`,
  )

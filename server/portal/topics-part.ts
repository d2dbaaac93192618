import { html } from 'hono/html'
import { mailTopics } from '../../core/mail/mail-topics.ts'
import { type Html, icon, type Voice } from './frame.ts'
import type { Preferences } from './preferences.ts'
import { topicsWords } from './topics-words.ts'

/** Which kinds of mail come; nothing where none comes at all. */
export function topicsPart(
  { language }: Voice,
  { mailOff, isOptedOut }: Preferences,
  at: string,
): Html | string {
  if (isOptedOut) return ''
  const say = topicsWords[language]
  return html`<section class="block"><form method="post" action="${at}/topics"><fieldset><legend><h2>${say.title}</h2><p>${say.legend}</p></legend><div class="pick">${mailTopics.map(
    (topic) =>
      html`<label><input type="checkbox" name="${topic}" value="on"${mailOff.includes(topic) ? '' : html` checked`}>${say.topics[topic]}</label>`,
  )}</div></fieldset><p class="near"><button class="row"><span>${say.keep}</span>${icon('onward')}</button></p></form>
<p class="small quiet">${say.about}</p></section>`
}

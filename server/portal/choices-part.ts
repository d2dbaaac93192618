import { html } from 'hono/html'
import { relations } from '../../core/patients/proxy.ts'
import { choiceWords } from './choice-words.ts'
import { type Html, icon, type Voice } from './frame.ts'
import type { Preferences } from './preferences.ts'

const button = (name: string, value: string, text: string) =>
  html`<button class="row" name="${name}" value="${value}"><span>${text}</span>${icon('onward')}</button>`

/** Registers that no law demands: data go there unless the patient objects. */
export function registersPart(
  { language, say: write }: Voice,
  { objections }: Preferences,
  at: string,
): Html {
  const say = choiceWords[language]
  const since = objections.registers
  return html`<section class="block"><h2>${say.registers}</h2><p class="near">${since ? say.registersStopped(write.day(since)) : say.registersGo}</p>
<form class="near" method="post" action="${at}/objection"><input type="hidden" name="purpose" value="registers">${since ? button('use', 'yes', say.registersAgain) : button('use', 'no', say.registersStop)}</form></section>`
}

/** Research: nothing goes there unless the patient agrees. */
export function researchPart(
  { language, say: write }: Voice,
  { consentsSince }: Preferences,
  at: string,
): Html {
  const say = choiceWords[language]
  return html`<section class="block"><h2>${say.research}</h2><p class="near">${consentsSince ? say.researchSince(write.day(consentsSince)) : say.researchNot}</p>
<form class="near" method="post" action="${at}/research">${consentsSince ? button('research', 'no', say.researchNo) : button('research', 'yes', say.researchYes)}</form></section>`
}

/** What goes to the own address of who answers; nothing where they have none. */
function ownMailOf(
  { email, mailOffAt, emailDeadAt }: NonNullable<Preferences['proxy']>,
  language: Voice['language'],
) {
  const { ownMail, ownMailOff } = choiceWords[language]
  return email ? ` ${mailOffAt || emailDeadAt ? ownMailOff : ownMail}` : ''
}

/** Who answers for the patient, until when, and the way to name somebody; `typed` is what was refused. */
export function proxyPart(
  voice: Voice,
  { proxy }: Preferences,
  at: string,
  typed: Readonly<Record<string, string>> | undefined,
): Html {
  const { language, say: write } = voice
  const say = choiceWords[language]
  if (proxy)
    return html`<section class="block"><h2>${say.proxy}</h2><p class="near">${say.proxyNow(proxy.name, say.relations[proxy.relation], write.day(proxy.untilOn))}${ownMailOf(proxy, language)}</p><p class="small quiet">${say.proxyAbout}</p>
<form class="near" method="post" action="${at}/proxy">${button('act', 'end', say.end)}</form></section>`
  return html`<section class="block"><h2>${say.proxy}</h2><p class="near">${say.proxyNobody}</p>
<details${typed ? html` open` : ''}><summary>${say.set}${icon('onward')}</summary><form method="post" action="${at}/proxy#proxy-wrong">
<p class="error" id="proxy-wrong" role="alert">${typed ? say.wrong : ''}</p>
<div class="field"><label for="proxy-name">${say.name}</label><input id="proxy-name" name="name" maxlength="120" autocomplete="off" value="${typed?.name ?? ''}"></div>
<fieldset class="after"><legend>${say.relation}</legend><div class="pick">${relations.map(
    (one) =>
      html`<label><input type="radio" name="relation" value="${one}"${typed?.relation === one ? html` checked` : ''}>${say.relations[one]}</label>`,
  )}</div></fieldset>
<div class="field after"><label for="proxy-until">${say.until}</label><p class="hint" id="proxy-hint">${say.untilHint}</p><input id="proxy-until" name="until" inputmode="numeric" maxlength="20" autocomplete="off" value="${typed?.until ?? ''}" aria-describedby="proxy-hint"></div>
<p class="small quiet">${say.proxyAbout}</p>
<div class="field after"><label for="proxy-email">${say.email}</label><p class="hint" id="proxy-email-hint">${say.emailHint}</p><input id="proxy-email" name="email" type="email" maxlength="254" autocomplete="off" value="${typed?.email ?? ''}" aria-describedby="proxy-email-hint"></div>
<p class="near"><button class="row" name="act" value="set"><span>${say.set}</span>${icon('onward')}</button></p></form></details></section>`
}

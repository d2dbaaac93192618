import { html } from 'hono/html'
import { questionsOf } from '../../core/form/questions.ts'
import type { Instrument } from '../../core/instruments/instrument.ts'
import { languageFor } from '../../core/instruments/written-in.ts'
import { patientLanguages, sayIn } from '../../core/words.ts'
import { frame, type Html, inLanguage, type Voice } from '../forms/frame.ts'
import { inForm } from '../forms/questions/asked.ts'
import { answerFields, isChosen } from '../forms/questions/fields.ts'
import { impossible } from '../forms/questions/question.ts'
import { questionWords } from '../forms/questions/words.ts'
import { words } from '../forms/words.ts'
import { type AskedRound, type SentForm, SHOWN, shownItems } from './answer-round.ts'
import { type PageWords, pageWords } from './page-words.ts'

/**
 * All questions of a round on one page, with one button; a plain form that posts to its own address. `sent` is what
 * came and cannot be kept: it stands there again, with what is wrong.
 */
export function roundPage(
  voice: Voice,
  { team, organisation, instrument }: AskedRound,
  sent: SentForm | null,
): Html {
  const say = pageWords[voice.language]
  const language = languageFor(instrument, voice.language, voice.otherwise)
  const shown = new Set(shownItems(instrument, sent?.answers ?? {}))
  const all = instrument.form ? questionsOf(instrument.form) : []
  const asked = all.filter(({ question }) => shown.has(question.name))
  return frame(
    voice,
    sayIn(instrument.title, language).text,
    html`<header class="top"><p class="who">${organisation} <span>${team}</span></p>
<nav class="tools" aria-label="${voice.words.language}">${otherLanguages(voice)}</nav></header>
<main>
<h1 class="first" ${inLanguage(language)}>${sayIn(instrument.title, language).text}</h1>
<p class="lead">${say.about(team)}</p>
<p class="near">${say.anonymous}</p>
<p class="near small quiet" ${inLanguage(language)}>${sayIn(instrument.recall, language).text}</p>
${sent ? whyNotSent(say, sent) : ''}
<form method="post" ${inLanguage(language)}>
${asked.map(({ question }, at) => {
  const title = inForm(question.title, language)
  const { name } = question
  const fields = answerFields(question, sent?.refused.get(name) ?? sent?.answers[name], language)
  const wrong = sent?.refused.has(name) ? refusal(voice, instrument, name) : ''
  return isChosen(question)
    ? html`<fieldset class="ask after" id="asked-${name}"><legend><b>${at + 1}. ${title}</b></legend>${wrong}${fields}</fieldset>`
    : html`<div class="ask field after" id="asked-${name}">${wrong}<label>${at + 1}. ${title}${fields}</label></div>`
})}
${asked.filter(({ conditions }) => conditions.length > 0).map(({ question }) => html`<input type="hidden" name="${SHOWN}" value="${question.name}">`)}
<p class="after"><button class="go" ${inLanguage(voice.language)}>${say.send}</button></p>
</form></main>`,
  )
}

function whyNotSent(say: PageWords, { refused, more }: SentForm): Html {
  const [first] = refused.keys()
  if (first === undefined && more.length > 0)
    return html`<p class="error" role="alert"><a href="#asked-${more[0]}">${say.more}</a></p>`
  return first === undefined
    ? html`<p class="error" role="alert">${say.empty}</p>`
    : html`<p class="error" role="alert"><a href="#refused-${first}">${say.refused}</a></p>`
}

/** Why this answer cannot be kept, and what can. */
function refusal({ language }: Voice, { items }: Instrument, name: string): Html | string {
  const item = items.find(({ key }) => key === name)
  return item
    ? html`<p class="error" id="refused-${name}" ${inLanguage(language)}>${impossible(questionWords[language], item)}</p>`
    : ''
}

export const roundSentPage = (voice: Voice): Html => {
  const say = pageWords[voice.language]
  return plainMessage(voice, say.sent, say.sentAbout)
}

export const roundOverPage = (voice: Voice): Html => {
  const say = pageWords[voice.language]
  return plainMessage(voice, say.over, say.overAbout)
}

const plainMessage = (voice: Voice, title: string, text: string) =>
  frame(voice, title, html`<main><h1 class="first">${title}</h1><p class="lead">${text}</p></main>`)

/** The same address in another language: nothing is filled in yet when somebody chooses. */
const otherLanguages = ({ language }: Voice) =>
  patientLanguages
    .filter((one) => one !== language)
    .map((one) => html`<a class="tool" href="?in=${one}" ${inLanguage(one)}>${words[one].languageName}</a>`)

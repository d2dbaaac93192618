import { html, raw } from 'hono/html'
import type { FormQuestion } from '../../../core/form/form.ts'
import type { Instrument } from '../../../core/instruments/instrument.ts'
import { dirOf, type PatientLanguage, patientLanguages, sayIn } from '../../../core/words.ts'
import { hashSource, inlineSheet } from '../../http/inline-style.ts'
import { qrOf } from '../../http/qr.ts'
import { type Html, inLanguage, local, type Voice } from '../frame.ts'
import { type AskedQuestion, askedIn, askedQuestions, inForm } from '../questions/asked.ts'
import { questionWords } from '../questions/words.ts'
import { words } from '../words.ts'
import type { OwnTask } from './own-task.ts'
import { paperNumber } from './paper-number.ts'
import { paperWords } from './paper-words.ts'

const style = inlineSheet('server/forms/entries/paper.css')
export const paperStyle = hashSource(style)

/**
 * A questionnaire to fill in with a pen, in the patient's language. Without a name: it lies about in waiting rooms. The
 * QR code leads whoever of the team has signed in to the page where it is typed in, and says nothing to anybody else; the
 * number stands on that page too.
 */
export function paperPage(voice: Voice, own: OwnTask, entryAddress: string): Html {
  const say = paperWords[voice.language]
  const { task, organisation, urgentPhone } = own
  return html`<!doctype html>
<html lang="${voice.language}" dir="${dirOf(voice.language)}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><link rel="icon" href="data:,">
<title>${say.title}</title><style>${raw(style)}</style></head><body>
<nav aria-label="${words[voice.language].language}"><span>${say.print}</span>${otherLanguages(voice.language)}</nav>
<header><p><b>${organisation}</b><br>${task.team}</p><div class="number">${qrPart(entryAddress, say.scan)}<p>${say.number}<br><b dir="ltr">${paperNumber(own.assessmentId, task.setVersion.set.version)}</b></p></div></header>
<main><h1>${say.title}</h1><p>${say.about}</p><p>${say.notLive} <b dir="ltr">${urgentPhone}</b></p>
${voice.unchecked ? html`<p>${words[voice.language].unchecked}</p>` : ''}
${task.instruments.map((id) => instrumentPart(voice, own, id))}
${lastPart(voice, own)}</main></body></html>`
}

function qrPart(text: string, label: string): Html {
  const { size, path } = qrOf(text)
  return html`<svg viewBox="-2 -2 ${size + 4} ${size + 4}" role="img" aria-label="${label}"><path d="${path}"/></svg>`
}

const otherLanguages = (language: PatientLanguage) =>
  patientLanguages
    .filter((one) => one !== language)
    .map((one) => html`<a href="?in=${one}" ${inLanguage(one)}>${words[one].languageName}</a>`)

function instrumentPart(voice: Voice, { task }: OwnTask, id: string): Html | string {
  const about = task.setVersion.instruments.get(id)
  const asked = askedQuestions([task]).filter(({ instrument }) => instrument === id)
  if (!about || asked.length === 0) return ''
  const language = askedIn(about, voice)
  return html`<section ${inLanguage(language)}><h2>${sayIn(about.title, language).text}</h2>
<p>${sideOf(voice, about, task.side)}${sayIn(about.recall, language).text}</p>
${asked.map((one) => questionPart(voice, one, language))}
${about.licence.attributionText ? html`<p>${sayIn(about.licence.attributionText, language).text}</p>` : ''}</section>`
}

/** Which side of the body is asked about, where that matters. */
function sideOf({ language }: Voice, { sided }: Instrument, side: string): Html | string {
  const words = sided ? (questionWords[language].side[side] ?? '') : ''
  return words ? html`<b ${inLanguage(language)}>${words}</b> · ` : ''
}

function questionPart(
  { language: page }: Voice,
  { question, conditions, words: own }: AskedQuestion,
  language: string,
): Html {
  const say = paperWords[page]
  return html`<fieldset><legend>${inForm(question.title, language)}${own ? html` <q lang="" dir="auto">${own}</q>` : ''}</legend>
${question.description ? html`<p>${inForm(question.description, language)}</p>` : ''}
${conditions.length > 0 ? html`<p ${inLanguage(page)}>${say.conditional}</p>` : ''}
${answerPart(question, language, page)}</fieldset>`
}

const MOST_STEPS = 11

function answerPart(question: FormQuestion, language: string, page: PatientLanguage): Html {
  const say = paperWords[page]
  if ('choices' in question) {
    const several = question.type === 'checkbox'
    return html`${several ? html`<p ${inLanguage(page)}>${say.several}</p>` : ''}
<ul class="${several ? 'several' : 'one'}">${question.choices.map(({ text }) => html`<li>${inForm(text, language)}</li>`)}</ul>`
  }
  if (question.type !== 'rating') return html`<p class="line"></p>`
  const { rateMin, rateMax, minRateDescription, maxRateDescription } = question
  const count = rateMax - rateMin + 1
  const steps = Array.from({ length: count <= MOST_STEPS ? count : 0 }, (_, step) => rateMin + step)
  return html`${
    steps.length > 0
      ? html`<div class="steps" dir="ltr">${steps.map((step) => html`<b>${step}</b>`)}</div>`
      : html`<p ${inLanguage(page)}>${say.fill(rateMin, rateMax)}</p><p class="line"></p>`
  }
<p class="ends">${minRateDescription ? html`<span>${rateMin} = ${inForm(minRateDescription, language)}</span>` : ''}
${maxRateDescription ? html`<span>${rateMax} = ${inForm(maxRateDescription, language)}</span>` : ''}</p>`
}

/** The two topics, who filled it in, and what to do when it cannot wait. */
function lastPart(voice: Voice, { task }: OwnTask): Html {
  const say = paperWords[voice.language]
  return html`<section><fieldset><legend>${say.topics}</legend>
<ul>${task.setVersion.set.domains.map(({ title }) => html`<li>${local(voice, title)}</li>`)}</ul>
<p>${say.other}</p><p class="line"></p></fieldset>
<fieldset><legend>${say.who}</legend><ul class="one">${say.respondents.map((who) => html`<li>${who}</li>`)}</ul></fieldset>
<p><b>${say.urgent}</b></p></section>`
}

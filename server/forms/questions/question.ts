import { html } from 'hono/html'
import type { CheckedItem } from '../../../core/answers/item-check.ts'
import type { Answer } from '../../../core/response.ts'
import { ourLanguage, sayIn } from '../../../core/words.ts'
import { callLink, type Html, icon, inLanguage, marked, type Voice, withHelpLines } from '../frame.ts'
import { type AskedQuestion, askedIn, inForm } from './asked.ts'
import { answerFields, isChosen } from './fields.ts'
import { concerns, type Notice } from './safety.ts'
import { type QuestionWords, questionWords } from './words.ts'

export type QuestionProblem = 'missing' | 'wrong'
type Shown = { answer: Answer | undefined; problem: QuestionProblem | null }

/**
 * One question as it is asked: its heading names its fields, a sentence waits for what may be wrong with the answer,
 * and a note for what to do at once. The same piece stands in a plain page and waits in the page that a script turns.
 */
export function questionPart(
  voice: Voice,
  asked: AskedQuestion,
  notices: readonly Notice[],
  { answer, problem }: Shown,
): Html {
  const { question } = asked
  const words = questionWords[voice.language]
  const language = askedIn(asked.about, voice)
  const title = inForm(question.title, language)
  const said = problem ? problemWords(words, asked)[problem] : ''
  const about = html`<p class="context small quiet" id="context">${contextOf(voice, asked, words)}</p>`
  const mark = language === voice.language ? '' : html` ${inLanguage(language)}`
  const hint = question.description
    ? html`<p class="near quiet" id="hint"${mark}>${inForm(question.description, language)}</p>`
    : ''
  const wrong = html`<p class="error" id="wrong" role="alert">${said ? html`${icon('warning')}${said}` : ''}</p>`
  const plain = answerFields(question, answer, language)
  const fields = mark ? html`<div${mark}>${plain}</div>` : plain
  const { missing, wrong: notPossible } = problemWords(words, asked)
  return html`<div class="question" data-missing="${missing}" data-wrong="${notPossible}"${isFree(asked) ? html` data-free` : ''}>
${about}
${otherLanguage(voice, language)}
${
  isChosen(question)
    ? html`<fieldset class="ask" ${groupRole(asked)} aria-labelledby="q" aria-describedby="context wrong"><legend><h1 id="q"${mark}>${title}${quoted(asked)}</h1></legend>${hint}${wrong}${fields}</fieldset>`
    : html`<div class="ask field"><h1${mark}><label id="q" for="answer">${title}${quoted(asked)}</label></h1>${hint}${wrong}${fields}</div>`
}
<div role="status">${notices.map((notice) => noticePart(voice, notice, concerns(notice, answer)))}</div>
${ownerLine(asked.about, language)}
</div>`
}

/** Whose questions these are, in the words that their owner asks for. */
const ownerLine = ({ licence: { attributionText } }: AskedQuestion['about'], language: string) =>
  attributionText ? html`<p class="near small quiet">${sayIn(attributionText, language).text}</p>` : ''

/** The patient's own words of before, in whatever language they wrote them. */
const quoted = ({ words }: AskedQuestion) => (words ? html` <q lang="" dir="auto">${words}</q>` : '')

/** Says that this question was never written in the language of the page, and in which it is. */
function otherLanguage(voice: Voice, language: string) {
  if (language === voice.language) return ''
  const { onlyIn } = questionWords[voice.language]
  return html`<p class="near small quiet">${onlyIn[ourLanguage(language)]}</p>`
}

const groupRole = ({ question, required }: AskedQuestion) =>
  question.type === 'checkbox' ? '' : html`role="radiogroup"${required ? html` aria-required="true"` : ''}`

/** What is to be done at once after an answer like this. */
export const noticePart = (
  voice: Voice,
  { op, value, text, language, phone }: Notice,
  isShown: boolean,
): Html =>
  html`<div class="note" data-op="${op}" data-value="${value}"${isShown ? '' : html` hidden`}><p>${marked(voice, { text, language }, withHelpLines)}</p><p>${callLink(voice, phone)}</p></div>`

/** "Rechterkant · de afgelopen week", beginning with a capital. */
function contextOf(voice: Voice, { about, side }: AskedQuestion, words: QuestionWords): Html {
  const sideWords = about.sided ? (words.side[side] ?? '') : ''
  const { text, language } = sayIn(about.recall, askedIn(about, voice))
  if (!sideWords) return html`${marked(voice, { text: capital(text), language })}`
  return html`${sideWords} · ${marked(voice, { text, language })}`
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** What is said when nothing was answered, and when an answer is not possible. */
function problemWords(words: QuestionWords, { check, required, question }: AskedQuestion) {
  const missing = required || !isChosen(question) ? words.answerFirst : words.answerOrSkip
  return { missing, wrong: impossible(words, check) }
}

/** Which answer would be possible. */
export function impossible(words: QuestionWords, check: CheckedItem): string {
  if (check.kind === 'number')
    return (check.whole ? words.wholeBetween : words.numberBetween)(check.min, check.max)
  if (check.kind === 'date') return words.aDate
  if (check.kind === 'text') return words.textWithin(check.maxLength)
  const { values } = check
  return values.length > 20 ? words.wholeBetween(Math.min(...values), Math.max(...values)) : words.chooseOne
}

/** Something to type that need not be: going on without it passes it by. */
export const isFree = ({ required, question }: AskedQuestion): boolean => !required && !isChosen(question)

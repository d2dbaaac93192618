import { html } from 'hono/html'
import type { Answer } from '../../../core/response.ts'
import { type Language, say } from '../../../core/words.ts'
import { callLink, type Html, icon, type Voice } from '../frame.ts'
import { type AskedQuestion, inForm } from './asked.ts'
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
  const title = inForm(question.title, voice.language)
  const said = problem ? problemWords(words, asked)[problem] : ''
  const about = html`<p class="context small quiet" id="context">${contextOf(asked, words, voice.language)}</p>`
  const hint = question.description
    ? html`<p class="near quiet" id="hint">${inForm(question.description, voice.language)}</p>`
    : ''
  const wrong = html`<p class="error" id="wrong" role="alert">${said ? html`${icon('warning')}${said}` : ''}</p>`
  const fields = answerFields(question, answer, voice.language)
  const { missing, wrong: notPossible } = problemWords(words, asked)
  return html`<div class="question" data-missing="${missing}" data-wrong="${notPossible}"${isFree(asked) ? html` data-free` : ''}>
${about}
${
  isChosen(question)
    ? html`<fieldset class="ask" ${groupRole(asked)} aria-labelledby="q" aria-describedby="context wrong"><legend><h1 id="q">${title}</h1></legend>${hint}${wrong}${fields}</fieldset>`
    : html`<div class="ask field"><h1><label id="q" for="answer">${title}</label></h1>${hint}${wrong}${fields}</div>`
}
<div role="status">${notices.map((notice) => noticePart(voice, notice, concerns(notice, answer)))}</div>
</div>`
}

const groupRole = ({ question, required }: AskedQuestion) =>
  question.type === 'checkbox' ? '' : html`role="radiogroup"${required ? html` aria-required="true"` : ''}`

/** What is to be done at once after an answer like this. */
export const noticePart = (voice: Voice, { op, value, text, phone }: Notice, isShown: boolean): Html =>
  html`<div class="note" data-op="${op}" data-value="${value}"${isShown ? '' : html` hidden`}><p>${text}</p><p>${callLink(voice, phone)}</p></div>`

/** "Rechterkant · de afgelopen week", beginning with a capital. */
function contextOf({ about, side }: AskedQuestion, words: QuestionWords, language: Language): string {
  const parts = [about.sided ? (words.side[side] ?? '') : '', say(about.recall, language)].filter(Boolean)
  const text = parts.join(' · ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** What is said when nothing was answered, and when an answer is not possible. */
function problemWords(words: QuestionWords, { check, required, question }: AskedQuestion) {
  const missing = required || !isChosen(question) ? words.answerFirst : words.answerOrSkip
  return { missing, wrong: impossible(words, check) }
}

function impossible(words: QuestionWords, check: AskedQuestion['check']): string {
  if (check.kind === 'number')
    return (check.whole ? words.wholeBetween : words.numberBetween)(check.min, check.max)
  if (check.kind === 'date') return words.aDate
  if (check.kind === 'text') return words.textWithin(check.maxLength)
  const { values } = check
  return values.length > 20 ? words.wholeBetween(Math.min(...values), Math.max(...values)) : words.chooseOne
}

/** Something to type that need not be: going on without it passes it by. */
export const isFree = ({ required, question }: AskedQuestion): boolean => !required && !isChosen(question)

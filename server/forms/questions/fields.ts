import { html } from 'hono/html'
import type { FormQuestion } from '../../../core/form/form.ts'
import type { Answer } from '../../../core/response.ts'
import { patientLanguage } from '../../../core/words.ts'
import type { Html } from '../frame.ts'
import { inForm } from './asked.ts'
import { bodyPicture } from './body-map.ts'
import { questionWords } from './words.ts'

/** More steps than this are typed as a number, with a line to slide on where a script runs. */
const MOST_TILES = 11

type Rating = Extract<FormQuestion, { type: 'rating' }>
type Choices = Extract<FormQuestion, { choices: unknown }>
type Typed = Exclude<FormQuestion, Rating | Choices>

/** Whether a question is a group of buttons to choose from; the others have one field. */
export const isChosen = (question: FormQuestion): boolean =>
  'choices' in question || (question.type === 'rating' && stepsOf(question).length <= MOST_TILES)

/** What an answer is given with: native fields that carry the item's key. */
export function answerFields(question: FormQuestion, answer: Answer | undefined, language: string): Html {
  if (isBodyMap(question)) return bodyMap(question, answer, language)
  if ('choices' in question) return choiceRows(question, answer, language)
  if (question.type !== 'rating') return typedField(question, answer)
  return isChosen(question) ? tiles(question, answer, language) : scaleField(question, answer, language)
}

const stepsOf = ({ rateMin, rateMax }: Rating) =>
  Array.from({ length: rateMax - rateMin + 1 }, (_, step) => rateMin + step)

const checked = (is: boolean) => (is ? html` checked` : '')

function choiceRows({ name, type, choices }: Choices, answer: Answer | undefined, language: string): Html {
  const kind = type === 'checkbox' ? 'checkbox' : 'radio'
  const isIn = (value: number) => (Array.isArray(answer) ? answer.includes(value) : answer === value)
  return html`<div class="pick">${choices.map(
    ({ value, text }) =>
      html`<label><input type="${kind}" name="${name}" value="${value}"${checked(isIn(value))}>${inForm(text, language)}</label>`,
  )}</div>`
}

const isBodyMap = (question: FormQuestion): question is Choices & { renderAs: 'body' } =>
  question.type === 'checkbox' && question.renderAs === 'body'

/** The list is what is answered, with or without a script; the picture shows it, and a press on a part is one in the list. */
function bodyMap(question: Choices, answer: Answer | undefined, language: string): Html {
  const asked = new Set(question.choices.map(({ value }) => value))
  const chosen = new Set(Array.isArray(answer) ? answer : [])
  const words = questionWords[patientLanguage(language)].body
  return html`<div class="body">${bodyPicture({ asked, chosen, words })}${choiceRows(question, answer, language)}</div>`
}

/** Equal tiles, the lowest first, each end with its words. */
function tiles(question: Rating, answer: Answer | undefined, language: string): Html {
  const steps = stepsOf(question)
  const { name, rateMin, rateMax, minRateDescription, maxRateDescription } = question
  return html`<div class="tiles${steps.length === MOST_TILES ? ' eleven' : ''}">
${endWords('low', rateMin, minRateDescription, language)}
${steps.map((step) => html`<label><input type="radio" name="${name}" value="${step}"${checked(answer === step)}>${step}</label>`)}
${endWords('high', rateMax, maxRateDescription, language)}
</div>`
}

/** 0 to 100: the number is what counts. A slider would begin at an answer that nobody gave; the page adds one to it. */
function scaleField(question: Rating, answer: Answer | undefined, language: string): Html {
  const { name, rateMin, rateMax, minRateDescription, maxRateDescription } = question
  return html`<div class="scale">
<input class="short typed" id="answer" name="${name}" inputmode="numeric" autocomplete="off" aria-describedby="context wrong ends" value="${answer ?? ''}">
<input type="range" min="${rateMin}" max="${rateMax}" aria-labelledby="q" value="${answer ?? ''}" data-slider hidden>
<div class="ends" id="ends">${endWords('low', rateMin, minRateDescription, language)}${endWords('high', rateMax, maxRateDescription, language)}</div>
</div>`
}

function endWords(
  end: 'low' | 'high',
  number: number,
  text: Rating['minRateDescription'],
  language: string,
): Html | string {
  if (!text) return ''
  const words = inForm(text, language).replace(/^\p{Lu}(?=\p{Ll})/u, (letter) =>
    letter.toLocaleLowerCase(language === 'tr' ? 'tr' : 'en'),
  )
  return html`<p class="${end}"><b>${number}</b> ${words}</p>`
}

function typedField(question: Typed, answer: Answer | undefined): Html {
  const { name } = question
  const given = typeof answer === 'number' || typeof answer === 'string' ? answer : ''
  const common = html`id="answer" name="${name}" aria-describedby="context wrong"`
  if (question.type === 'comment')
    return html`<textarea class="typed" ${common} rows="${question.rows ?? 4}">${given}</textarea>`
  if (question.inputType === 'date')
    return html`<input class="short typed" type="date" ${common} value="${given}">`
  if (question.inputType === 'number')
    return html`<input class="short typed" inputmode="decimal" autocomplete="off" ${common} value="${given}">`
  return html`<input class="typed" ${common} value="${given}">`
}

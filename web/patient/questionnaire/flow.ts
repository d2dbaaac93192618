import type { Answer, ResponseAnswers } from '../../../core/response.ts'
import type { AskedForm, PlainElement, PlainForm, PlainQuestion } from '../task.ts'

/** One form of the flow: whose it is, and which side of the body it is about. */
export type FlowForm = AskedForm & { assessment: string; side: string }

/** Where a question of the flow belongs, with how much of the time it takes. */
export type Place = {
  assessment: string
  instrument: string
  item: string
  isRequired: boolean
  isText: boolean
  minutes: number
  form: FlowForm
}

export type Flow = { places: ReadonlyMap<string, Place>; survey: { pages: object[] } }

/**
 * All forms as one survey with one question on each page. Names get their form's number in front, since two forms may
 * ask for the same item; the conditions of pages and panels move to the questions.
 */
export function flowOf(forms: readonly FlowForm[]): Flow {
  const places = new Map<string, Place>()
  const pages = forms.flatMap((form, index) => {
    const questions = questionsIn(form.form)
    return questions.map(({ question, conditions }) => {
      const name = flowName(index, question.name)
      places.set(name, placeOf(form, question, form.minutes / questions.length))
      const visibleIf = conditions.map((text) => `(${renamed(text, index)})`).join(' and ')
      const { visibleIf: _, isRequired: _required, ...asked } = withNumbers(question)
      return { name: `page_${name}`, ...(visibleIf ? { visibleIf } : {}), elements: [{ ...asked, name }] }
    })
  })
  return { places, survey: { pages } }
}

/** The end words of a rating carry their number: "0 geen pijn". */
function withNumbers(question: PlainQuestion): PlainQuestion {
  const { rateMin, rateMax, minRateDescription, maxRateDescription } = question
  const end = (number: number | undefined, text: string | undefined) =>
    text && `${number} ${text.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())}`
  return question.type === 'rating'
    ? {
        ...question,
        minRateDescription: end(rateMin, minRateDescription),
        maxRateDescription: end(rateMax, maxRateDescription),
      }
    : question
}

const flowName = (form: number, item: string) => `f${form}_${item}`
const renamed = (condition: string, form: number) =>
  condition.replace(/\{(\w+)\}/g, (_, item: string) => `{${flowName(form, item)}}`)

const placeOf = (form: FlowForm, question: PlainQuestion, minutes: number): Place => ({
  assessment: form.assessment,
  instrument: form.id,
  item: question.name,
  isRequired: question.isRequired === true,
  isText: question.type === 'text' || question.type === 'comment',
  minutes,
  form,
})

type Asked = { question: PlainQuestion; conditions: string[] }

const questionsIn = ({ pages }: PlainForm): Asked[] =>
  pages.flatMap((page) =>
    page.elements.flatMap((element) =>
      isPanel(element)
        ? element.elements.map((question) => asked(question, [page, element, question]))
        : [asked(element, [page, element])],
    ),
  )

const isPanel = (element: PlainElement): element is Extract<PlainElement, { type: 'panel' }> =>
  'elements' in element

const asked = (question: PlainQuestion, hangsOn: { visibleIf?: string }[]): Asked => ({
  question,
  conditions: hangsOn.flatMap(({ visibleIf }) => (visibleIf === undefined ? [] : [visibleIf])),
})

/** Answers by assessment: what a page knows of all its drafts. */
export type Drafts = Readonly<Record<string, ResponseAnswers>>

/** What is known of a question: an answer, null when it was passed over, undefined when it was never reached. */
export const answerAt = (drafts: Drafts, { assessment, instrument, item }: Place): Answer | undefined =>
  drafts[assessment]?.[instrument]?.[item]

/** The drafts as the survey's own data. */
export function surveyData({ places }: Flow, drafts: Drafts): Record<string, unknown> {
  const known = [...places].map(([name, place]) => [name, answerAt(drafts, place) ?? undefined] as const)
  return Object.fromEntries(known.filter(([, answer]) => answer !== undefined))
}

import { Model, type Question, settings } from 'survey-core'
import 'survey-core/i18n/dutch'
import type { Answer } from '../../../core/response.ts'
import type { PatientLanguage } from '../../../core/words.ts'
import type { PatientWords } from '../words.ts'
import { answerAt, type Drafts, type Flow, type Place, surveyData } from './flow.ts'
import type { Spot } from './questionnaire.tsx'

settings.titleTags.question = 'h1' // one question is the page
settings.animationEnabled = false // nothing moves by itself

const fixed = {
  showTitle: false,
  showPageTitles: false,
  showNavigationButtons: false,
  showProgressBar: false,
  showQuestionNumbers: 'off',
  showCompletePage: false,
  requiredMark: '',
  textUpdateMode: 'onTyping',
  clearInvisibleValues: 'onHidden', // what is hidden does not count for the questions after it
  checkErrorsMode: 'onNextPage',
  focusFirstQuestionAutomatic: false,
  focusOnFirstError: true,
} as const

export type OpenModel = ReturnType<typeof openModel>

/** SurveyJS behind the few things that the page needs of it. */
export function openModel(flow: Flow, answers: Drafts, language: PatientLanguage, say: PatientWords) {
  const model = new Model({ ...fixed, ...flow.survey })
  model.generateStylesheet = false // the look is ours, and the page's policy lets nobody else write styles
  model.needRenderIcons = false
  model.locale = language
  model.data = surveyData(flow, answers)
  for (const question of model.getAllQuestions()) nameRadios(question, flow)
  model.onValidateQuestion.add((_, options) => {
    const place = placeOf(options.question)
    const wanted = !isPassed && options.question.isEmpty() && (place.isRequired || !place.isText)
    if (wanted) options.error = place.isRequired ? say.answerFirst : say.answerOrSkip
  })
  let isPassed = false
  let isAdopting = false

  const placeOf = (question: Question): Place => {
    const place = flow.places.get(question.name)
    if (!place) throw new Error(`No place for ${question.name}`)
    return place
  }
  const shown = () => model.visiblePages.map((page) => page.questions[0] as Question)
  const at = () => Math.max(0, model.currentPageNo)
  const forward = (finish: () => void) => {
    if (!model.visiblePages[at()]?.validate(true, true)) return
    if (model.isLastPage) finish()
    else model.currentPageNo += 1
  }
  model.currentPageNo = firstPage(shown(), answers, placeOf)

  return {
    model,
    current() {
      const questions = shown()
      const minutes = questions.map((question) => placeOf(question).minutes)
      const before = sum(minutes.slice(0, at()))
      const question = questions[at()] as Question
      return {
        place: placeOf(question),
        isEmpty: question.isEmpty(),
        isFirst: model.isFirstPage,
        minutesLeft: sum(minutes) - before,
        share: before / (sum(minutes) || 1),
      }
    },
    next: forward,
    skip(finish: () => void) {
      isPassed = true
      forward(finish)
      isPassed = false
    },
    previous: () => model.prevPage(),
    /** Tells of every answer, and of everything that calls for drawing again. Gives the way to stop it. */
    listen(onAnswer: (spot: Spot, answer: Answer) => void, redraw: () => void) {
      const changed = (_: unknown, { question, value }: { question: Question; value: unknown }) => {
        if (!isAdopting) onAnswer(placeOf(question), (value ?? null) as Answer)
        redraw()
      }
      const turned = () => {
        scrollTo(0, 0)
        redraw()
        setTimeout(focusTitle)
      }
      model.onValueChanged.add(changed)
      model.onCurrentPageChanged.add(turned)
      return () => {
        model.onValueChanged.remove(changed)
        model.onCurrentPageChanged.remove(turned)
      }
    },
    /** Another window's answers, shown without being told again. */
    adopt(drafts: Drafts) {
      isAdopting = true
      for (const [name, value] of Object.entries(surveyData(flow, drafts)))
        if (JSON.stringify(model.getValue(name)) !== JSON.stringify(value)) model.setValue(name, value)
      isAdopting = false
    },
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

/** After what was answered; the last question when all were. */
function firstPage(
  questions: readonly Question[],
  answers: Drafts,
  placeOf: (question: Question) => Place,
): number {
  const unreached = questions.findIndex((question) => answerAt(answers, placeOf(question)) === undefined)
  return unreached === -1 ? Math.max(0, questions.length - 1) : unreached
}

/** The radios of a question carry the item's key as their name, and their own word as their label. */
function nameRadios(question: Question, { places }: Flow) {
  const item = places.get(question.name)?.item
  Object.defineProperty(question, 'questionName', { get: () => item, configurable: true })
}

/** Whoever listens to the page hears the new question first. */
function focusTitle() {
  const title = document.querySelector('h1')
  title?.setAttribute('tabindex', '-1')
  title?.focus({ preventScroll: true })
}

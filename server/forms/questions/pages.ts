import { html } from 'hono/html'
import { answerAt, type Drafts, wayAt } from '../../../core/answers/walk.ts'
import type { Answer } from '../../../core/response.ts'
import { FINISH_MINUTES } from '../../../core/schedule/asked.ts'
import type { Deps } from '../../deps.ts'
import { frame, type Html } from '../frame.ts'
import { type AskedQuestion, askedQuestions, draftsOf, drawnQuestions } from './asked.ts'
import { besideQuestions, type Way } from './deck.ts'
import { topicsPart, urgentPart } from './finish.ts'
import type { Finishing, FinishProblem } from './finishing.ts'
import { noticePart, type QuestionProblem, questionPart } from './question.ts'
import { concerns, noticesFor } from './safety.ts'
import { FINISH, QUESTIONS_PERCENT, savedLine, step } from './step.ts'
import { questionWords } from './words.ts'

type Works = Pick<Deps, 'secret'>

type Shown = {
  at: number
  /** The question that was answered just now, whose notes are shown here: without a script nobody saw them there. */
  from?: number | null
  problem?: QuestionProblem | null
  /** What was filled in and could not be kept. */
  given?: Answer | undefined
}

/** One question as a page of its own. A script takes it over where one runs. */
export function questionPage(deps: Works, way: Way, { at, from = null, problem = null, given }: Shown): Html {
  const { voice, tasks, session } = way
  const places = askedQuestions(tasks)
  const drafts = draftsOf(tasks)
  const asked = places[at] as AskedQuestion
  const words = questionWords[voice.language]
  const { previous, minutesLeft, share } = wayAt(places, drafts, at)
  const answer = given ?? answerAt(drafts, asked)
  return page(
    deps,
    way,
    step(voice, {
      back: previous === null ? '/v' : `/v/questions?q=${previous}`,
      left: words.minutesLeft(Math.ceil(minutesLeft + FINISH_MINUTES)),
      percent: Math.round(share * QUESTIONS_PERCENT),
      action: '/v/questions',
      body: html`${placeFields(tasks, asked)}${spoken(way, places, drafts, from)}${questionPart(
        voice,
        asked,
        noticesFor(tasks, asked, voice, session.urgentPhone),
        { answer, problem },
      )}`,
      said: from === null ? '' : savedLine(voice),
      go: words.next,
      mayPass: !asked.required,
      place: `/v/questions?q=${at}`,
    }),
  )
}

// An item's key has no dash: these names are nobody's.
const placeFields = (tasks: Way['tasks'], { assessment, instrument, item }: AskedQuestion) => html`
<input type="hidden" name="at-assessment" value="${assessment}"><input type="hidden" name="at-set" value="${tasks.find(({ id }) => id === assessment)?.setVersion.id}"><input type="hidden" name="at-instrument" value="${instrument}"><input type="hidden" name="at-item" value="${item}">`

function spoken(
  { voice, tasks, session }: Way,
  places: readonly AskedQuestion[],
  drafts: Drafts,
  from: number | null,
) {
  const before = from === null ? undefined : places[from]
  if (!before) return ''
  return noticesFor(tasks, before, voice, session.urgentPhone)
    .filter((notice) => concerns(notice, answerAt(drafts, before)))
    .map((notice) => noticePart(voice, notice, true))
}

/** What was filled in: refused, or to be shown in another language at the step where they were. */
type Filled = { given: Finishing; problem: FinishProblem | null; isLast?: boolean }

/** Topics, the last question and the button that sends, on one page; a script makes two steps of it. */
export function finishPage(deps: Works, way: Way, filled?: Filled): Html {
  const { voice, session, tasks } = way
  const words = questionWords[voice.language]
  const last = wayAt(drawnQuestions(tasks), draftsOf(tasks), Number.POSITIVE_INFINITY).previous
  return page(
    deps,
    way,
    step(voice, {
      back: last === null ? '/v/questions' : `/v/questions?q=${last}`,
      left: words.lastQuestion,
      percent: 88,
      action: FINISH,
      body: html`${filled?.isLast ? html`<input type="hidden" name="at-last" value="1">` : ''}${topicsPart(
        voice,
        tasks,
        filled?.given,
        filled?.problem,
      )}${urgentPart(voice, session, tasks, {
        problem: filled?.problem ?? null,
        heading: 'h2',
        given: filled?.given,
      })}`,
      said: '',
      go: words.send,
      mayPass: false,
      place: FINISH,
    }),
  )
}

const page = (deps: Works, way: Way, content: Html): Html =>
  frame(
    way.voice,
    `${questionWords[way.voice.language].title} – ${way.session.organisation}`,
    content,
    besideQuestions(deps, way),
  )

import { html, raw } from 'hono/html'
import type { PageTask, PageWords } from '../../../core/answers/page-task.ts'
import { once } from '../../../core/memo.ts'
import { FINISH_MINUTES } from '../../../core/schedule/asked.ts'
import type { PatientLanguage } from '../../../core/words.ts'
import type { SetVersion } from '../../definitions/reader.ts'
import type { Deps } from '../../deps.ts'
import { hasTypeface } from '../../http/inline-style.ts'
import { type Html, icon, type Voice } from '../frame.ts'
import type { OpenTask } from '../open-tasks.ts'
import type { PatientSession } from '../session.ts'
import { letters, questionScript } from '../style.ts'
import { type AskedQuestion, drawnQuestions, isAdaptive } from './asked.ts'
import { topicsPart, urgentPart } from './finish.ts'
import { questionPart } from './question.ts'
import { restKey } from './rest-key.ts'
import { noticesFor } from './safety.ts'
import { savedLine, step } from './step.ts'
import { questionWords } from './words.ts'

/** Who is on the way, how to speak to them, and what is asked of them. */
export type Way = { voice: Voice; session: PatientSession; tasks: readonly OpenTask[] }
type Works = Pick<Deps, 'secret'>

/**
 * Everything that a script needs to ask one question after another without asking the server: all questions, the
 * steps that follow them, and what is known. Without a script it stays out of sight, and plain pages do the same; so they
 * do where the server chooses each next question.
 */
export const besideQuestions = (deps: Works, way: Way) =>
  isAdaptive(way.tasks) ? undefined : { waiting: deck(deps, way), script: questionScript }

function deck(deps: Works, { voice, session, tasks }: Way): Html {
  const asked = drawnQuestions(tasks)
  const shell = { back: '/v', left: '', percent: 0, action: '/v/questions', body: '', said: '' }
  return html`<template id="deck">
${step(voice, { ...shell, go: questionWords[voice.language].next, mayPass: true, place: '/v/questions' })}
${questionParts(voice, session, tasks)}
<div class="topics">${topicsPart(voice, tasks)}</div>
<div class="last">${urgentPart(voice, session, tasks, { heading: 'h1' })}</div>
<div class="saying">${savedLine(voice)}<p class="unsent">${icon('warning')}</p></div>
</template>
<script type="application/json" id="task">${raw(inScript(pageTask(deps, voice, tasks, asked)))}</script>`
}

const kept = once((_version: SetVersion) => new Map<string, Html>())

/**
 * All questions, unanswered. A published set never changes: each language, side and phone number is written once, but
 * for what quotes the patient, which is written for them alone.
 */
const questionParts = (voice: Voice, { urgentPhone }: PatientSession, tasks: readonly OpenTask[]): Html[] =>
  tasks.map((task) => {
    if (drawnQuestions([task]).some(({ words }) => words !== null))
      return html`${partsOf(voice, task, urgentPhone)}`
    const written = kept(task.setVersion)
    const name = [voice.language, voice.otherwise, task.side, urgentPhone, ...task.instruments].join(' ')
    const known = written.get(name) ?? html`${partsOf(voice, task, urgentPhone)}`
    written.set(name, known)
    return known
  })

const partsOf = (voice: Voice, task: OpenTask, phone: string) =>
  drawnQuestions([task]).map((each) =>
    questionPart(voice, each, noticesFor([task], each, voice, phone), unanswered),
  )

const unanswered = { answer: undefined, problem: null }

/** JSON that cannot end the element it stands in. */
const inScript = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c')

function pageTask(
  { secret }: Works,
  { language, letters: hasLetters }: Voice,
  tasks: readonly OpenTask[],
  asked: readonly AskedQuestion[],
): PageTask {
  const minutes = asked.reduce((sum, place) => sum + place.minutes, FINISH_MINUTES)
  return {
    assessments: tasks.map(({ id, version, answers, instruments, setVersion }) => ({
      id,
      asked: setVersion.id,
      version,
      answers,
      instruments,
      topics: setVersion.set.domains.map((domain) => domain.id),
      key: restKey(secret, id),
    })),
    places: asked.map(({ assessment, instrument, item, conditions, check, required, minutes }) => ({
      assessment,
      instrument,
      item,
      conditions,
      check,
      required,
      minutes,
    })),
    minutesAfter: FINISH_MINUTES,
    words: pageWords(language, Math.ceil(minutes)),
    letters: hasLetters || !hasTypeface(language) ? null : letters,
  }
}

function pageWords(language: PatientLanguage, minutes: number): PageWords {
  const { minutesLeft, topicsChosen, asleep, asleepAbout, gone, goneAbout, ...words } =
    questionWords[language]
  const { title, lastQuestion, saved, unsent, topicsMany } = words
  const { urgentChoose, send, sending, sendFailed, changedElsewhere } = words
  return {
    title,
    lastQuestion,
    saved,
    unsent,
    topicsMany,
    urgentChoose,
    send,
    sending,
    sendFailed,
    changedElsewhere,
    left: Array.from({ length: Math.max(1, minutes) }, (_, minute) => minutesLeft(minute + 1)),
    topicsChosen: [1, 2].map(topicsChosen),
    asleep: [asleep, asleepAbout],
    gone: [gone, goneAbout],
  }
}

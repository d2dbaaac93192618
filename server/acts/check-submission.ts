import { hash } from 'node:crypto'
import { type Before, type RaisedAlert, raisedAlerts } from '../../core/alerts/alerts.ts'
import { type AnswerProblem, checkAnswers } from '../../core/answers/answers.ts'
import type { Instrument } from '../../core/instruments/instrument.ts'
import type { ResponseAnswers, Score } from '../../core/response.ts'
import { scoreInstrument } from '../../core/scoring/score-instrument.ts'
import type { SetVersion } from '../definitions/reader.ts'
import { refused } from '../http/problem.ts'
import { askedInstruments } from './asked.ts'

export type Submission = {
  /** By instrument id, by item key; not checked yet. */
  answers: Readonly<Record<string, unknown>>
  /** The version of the draft that these answers were made from; 0 when nothing was saved before. */
  version: number
  respondent: string
  mode: 'web' | 'tablet' | 'paper' | 'phone'
  language: string
  /** Domains of the outcome set that the patient wants to discuss, at most two. */
  topics: readonly string[]
  topicText: string | null
  urgent: boolean
  /** The session in which the patient sends it; none where somebody else fills it in. */
  sessionId?: string
  /** Who of staff typed it in, and who typed the same paper a second time. */
  enteredBy?: string
  checkedBy?: string
}

/** A submission that may be stored: answers checked, scored, and held against the alert rules. */
export type Checked = {
  answers: ResponseAnswers
  scores: Score[]
  raised: RaisedAlert[]
  hash: string
}

type Wrong = AnswerProblem & { instrument: string }

/**
 * Checks and scores without touching anything: every instrument in `required` has to be answered, the others of the
 * moment may be. Throws 422 with the questions that are wrong or missing.
 */
export function checkSubmission(
  version: SetVersion,
  moment: string,
  required: readonly Instrument[],
  given: Pick<Submission, 'answers' | 'topics' | 'topicText' | 'urgent'>,
  before?: Before,
): Checked {
  const answers = checkedAnswers(version, moment, required, given.answers)
  refuseUnknownTopics(version, given.topics)
  if (saysNothing(answers, given)) throw refused('answers_refused', 'Nothing was answered', { problems: [] })
  const scores = Object.entries(answers).flatMap(([id, given]) => {
    const instrument = version.instruments.get(id)
    return instrument ? scoreInstrument(instrument, given) : []
  })
  const raised = raisedAlerts(version.set, answers, scores, before)
  return { answers, scores, raised, hash: hashOf([answers, given.topics, given.topicText, given.urgent]) }
}

function checkedAnswers(
  version: SetVersion,
  moment: string,
  required: readonly Instrument[],
  sent: Submission['answers'],
): ResponseAnswers {
  const { instruments } = askedInstruments(version, moment)
  const wrong: Wrong[] = Object.keys(sent)
    .filter((id) => !instruments.some((instrument) => instrument.id === id))
    .map((id) => ({ instrument: id.slice(0, 64), item: '', code: 'unknown-item' }))
  const answers: ResponseAnswers = {}
  for (const instrument of instruments) {
    const given = Object.hasOwn(sent, instrument.id) ? sent[instrument.id] : undefined
    if (given === undefined && !required.includes(instrument)) continue
    const checked = checkAnswers(instrument, given ?? {}, 'submit')
    for (const problem of checked.problems) wrong.push({ instrument: instrument.id, ...problem })
    answers[instrument.id] = checked.answers
  }
  if (wrong.length > 0)
    throw refused('answers_refused', 'Some answers are missing or not possible', {
      problems: wrong.slice(0, 50),
    })
  return answers
}

/** Every question may be passed over, but not all of them by who has nothing else to say either. */
export const saysNothing = (
  answers: ResponseAnswers,
  { topics, topicText, urgent }: Pick<Submission, 'topics' | 'topicText' | 'urgent'>,
): boolean =>
  !urgent &&
  !topicText &&
  topics.length === 0 &&
  Object.values(answers).every((items) => Object.values(items).every((answer) => answer === null))

function refuseUnknownTopics({ set }: SetVersion, topics: readonly string[]) {
  const known = topics.every((topic) => set.domains.some(({ id }) => id === topic))
  if (!known || new Set(topics).size < topics.length || topics.length > 2)
    throw refused('topics_refused', 'Choose at most two of the topics that are offered')
}

// The answers stand in the order of the form, whatever order they were sent in.
const hashOf = (submitted: unknown): string => hash('sha256', JSON.stringify(submitted), 'base64url')

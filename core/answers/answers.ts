// No imports of libraries at run time: this runs for every save, and on the patient's page.
import { type Condition, holds } from '../form/conditions.ts'
import { questionsOf } from '../form/questions.ts'
import type { Instrument, Item } from '../instruments/instrument.ts'
import { once } from '../memo.ts'
import type { Answers } from '../response.ts'
import { type AnswerCheck, checkFor, isRefused, type WrongAnswer } from './item-check.ts'

export type AnswerProblemCode = 'not-answers' | 'unknown-item' | 'required' | WrongAnswer

export type AnswerProblem = { item: string; code: AnswerProblemCode }

/** `answers` holds only what was answered and may stay: no nulls, no hidden questions, nothing that has a problem. */
export type CheckedAnswers = { answers: Answers; problems: AnswerProblem[] }

type Checked = { item: Item; conditions: Condition[]; check: AnswerCheck }
type Plan = { keys: ReadonlySet<string>; inOrder: Checked[] }

/** Somebody who sends thousands of wrong keys gets no list of thousands back. */
const maxProblems = 50

/**
 * Checks what was sent for one instrument. `draft` accepts what is there so far; `submit` also wants every required
 * question that is visible. An empty text, an empty list and null all mean "not answered".
 */
export function checkAnswers(
  instrument: Instrument,
  given: unknown,
  mode: 'draft' | 'submit',
): CheckedAnswers {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    return { answers: {}, problems: [{ item: '', code: 'not-answers' }] }
  }
  const plan = planOf(instrument)
  const sent = given as Record<string, unknown>
  const problems = unknownKeys(plan.keys, sent)
  const answers: Answers = {}
  for (const { item, conditions, check } of plan.inOrder) {
    if (!conditions.every((condition) => holds(condition, answers))) continue
    const checked = Object.hasOwn(sent, item.key) ? check(sent[item.key]) : null
    if (isRefused(checked)) problems.push({ item: item.key, code: checked.refused })
    else if (checked !== null) answers[item.key] = checked
    else if (mode === 'submit' && item.required) problems.push({ item: item.key, code: 'required' })
  }
  return { answers, problems: problems.slice(0, maxProblems) }
}

function unknownKeys(keys: ReadonlySet<string>, sent: Record<string, unknown>): AnswerProblem[] {
  const problems: AnswerProblem[] = []
  for (const key of Object.keys(sent)) {
    if (keys.has(key)) continue
    problems.push({ item: key.slice(0, 64), code: 'unknown-item' })
    if (problems.length === maxProblems) break
  }
  return problems
}

const planOf = once((instrument: Instrument): Plan => {
  const items = new Map(instrument.items.map((item) => [item.key, item]))
  const asked = instrument.form
    ? questionsOf(instrument.form).map(({ question, conditions }) => ({ key: question.name, conditions }))
    : instrument.items.map(({ key }) => ({ key, conditions: [] }))
  const inOrder = asked.flatMap(({ key, conditions }) => {
    const item = items.get(key)
    return item ? [{ item, conditions, check: checkFor(item) }] : []
  })
  return { keys: new Set(items.keys()), inOrder }
})

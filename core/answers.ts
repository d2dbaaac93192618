// No imports of libraries at run time: this runs for every save, and on the patient's page.
import { type Condition, holds } from './conditions.ts'
import { questionsOf } from './form/questions.ts'
import type { Instrument, Item } from './instrument.ts'
import { once } from './memo.ts'
import type { Answer, Answers } from './response.ts'

export type AnswerProblemCode =
  | 'not-answers'
  | 'unknown-item'
  | 'wrong-type'
  | 'not-an-option'
  | 'out-of-range'
  | 'too-long'
  | 'required'

export type AnswerProblem = { item: string; code: AnswerProblemCode }

/** `answers` holds only what was answered and may stay: no nulls, no hidden questions, nothing that has a problem. */
export type CheckedAnswers = { answers: Answers; problems: AnswerProblem[] }

/** Two small constants instead of an object per answer; a text can never be mistaken for one. */
type Refused = { readonly refused: AnswerProblemCode }
type Checked = { item: Item; conditions: Condition[]; check: (given: unknown) => Answer | Refused }
type Plan = { keys: ReadonlySet<string>; inOrder: Checked[] }

const wrongType: Refused = { refused: 'wrong-type' }
const notAnOption: Refused = { refused: 'not-an-option' }
const outOfRange: Refused = { refused: 'out-of-range' }
const tooLong: Refused = { refused: 'too-long' }

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

function isRefused(checked: Answer | Refused): checked is Refused {
  return typeof checked === 'object' && checked !== null && 'refused' in checked
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

function checkFor(item: Item): Checked['check'] {
  const check = checkOfKind(item)
  return (given) => (given === null || given === undefined ? null : check(given))
}

function checkOfKind(item: Item): Checked['check'] {
  if (item.kind === 'choice' || item.kind === 'rating') return (given) => chosen(given, item.values)
  if (item.kind === 'multiple') return (given) => severalChosen(given, item.values)
  if (item.kind === 'number') return (given) => number(given, item)
  if (item.kind === 'date') return date
  return (given) => text(given, item.maxLength)
}

function chosen(given: unknown, values: readonly number[]): Answer | Refused {
  if (typeof given !== 'number') return wrongType
  return values.includes(given) ? given + 0 : notAnOption
}

function severalChosen(given: unknown, values: readonly number[]): Answer | Refused {
  if (!Array.isArray(given)) return wrongType
  if (given.length > values.length) return notAnOption
  const numbers = given.filter((value): value is number => typeof value === 'number')
  if (numbers.length < given.length) return wrongType
  const chosenOnce = new Set(numbers)
  if (chosenOnce.size < numbers.length || numbers.some((value) => !values.includes(value))) return notAnOption
  return numbers.length === 0 ? null : values.filter((value) => chosenOnce.has(value))
}

function number(
  given: unknown,
  { min, max, whole }: { min: number; max: number; whole: boolean },
): Answer | Refused {
  if (typeof given !== 'number' || !Number.isFinite(given)) return wrongType
  if (whole && !Number.isInteger(given)) return wrongType
  return given >= min && given <= max ? given + 0 : outOfRange
}

function date(given: unknown): Answer | Refused {
  if (typeof given !== 'string') return wrongType
  if (given === '') return null
  if (!/^\d{4}-\d{2}-\d{2}$/.test(given)) return wrongType
  const parsed = new Date(`${given}T00:00:00Z`)
  const exists = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(given)
  return exists ? given : outOfRange
}

// Control characters are pasted without being seen, and PostgreSQL refuses the null among them.
const invisible = /(?![\t\n\r])\p{Cc}/gu

function text(given: unknown, maxLength: number): Answer | Refused {
  if (typeof given !== 'string') return wrongType
  if (given.length > maxLength) return tooLong
  const cleaned = given.toWellFormed().replace(invisible, '').trim()
  return cleaned === '' ? null : cleaned
}

// No imports at run time: the patient's page decides with this which questions to show, as the server does.
import type { Answer, Answers } from '../response.ts'

/**
 * The part of SurveyJS' expressions that `visibleIf` may use, with the same meaning: `{q} = 1`, `<>`, `>`, `>=`, `<`,
 * `<=`, `anyof [1, 2]`, `empty`, `notempty`, joined by `and` (binds closer) and `or`, with parentheses.
 */
export type Condition =
  | { kind: 'and' | 'or'; parts: Condition[] }
  | { kind: 'compare'; question: string; op: Comparison; value: number }
  | { kind: 'anyof'; question: string; values: number[] }
  | { kind: 'empty' | 'notempty'; question: string }

export type Comparison = '=' | '<>' | '>' | '>=' | '<' | '<='

/** The questions a condition looks at. */
export function questionsIn(condition: Condition): string[] {
  return 'parts' in condition ? condition.parts.flatMap(questionsIn) : [condition.question]
}

/** Whether a condition holds for these answers. An unanswered question is unequal to, and not above or below, any number. */
export function holds(condition: Condition, answers: Answers): boolean {
  if ('parts' in condition) {
    const partHolds = (part: Condition) => holds(part, answers)
    return condition.kind === 'and' ? condition.parts.every(partHolds) : condition.parts.some(partHolds)
  }
  const answer = Object.hasOwn(answers, condition.question) ? (answers[condition.question] ?? null) : null
  if (condition.kind === 'compare') return compares(answer, condition.op, condition.value)
  if (condition.kind === 'anyof') return isAnyOf(answer, condition.values)
  return isEmpty(answer) === (condition.kind === 'empty')
}

function isEmpty(answer: Answer): boolean {
  return answer === null || answer === '' || (Array.isArray(answer) && answer.length === 0)
}

function isAnyOf(answer: Answer, values: readonly number[]): boolean {
  if (Array.isArray(answer)) return answer.some((value) => values.includes(value))
  return typeof answer === 'number' && values.includes(answer)
}

function compares(answer: Answer, op: Comparison, value: number): boolean {
  if (typeof answer !== 'number') return op === '<>'
  if (op === '=') return answer === value
  if (op === '<>') return answer !== value
  if (op === '>') return answer > value
  if (op === '>=') return answer >= value
  return op === '<' ? answer < value : answer <= value
}

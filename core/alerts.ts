import type { AlertRule, OutcomeSet } from './outcome-set.ts'
import type { Answer, ResponseAnswers, Score } from './response.ts'

/** A rule that was met, with the number that met it. */
export type RaisedAlert = { rule: AlertRule; value: number }

/** The alerts of an outcome set that a response calls for. What was not answered or could not be scored raises nothing. */
export function raisedAlerts(
  set: OutcomeSet,
  answers: ResponseAnswers,
  scores: readonly Score[],
): RaisedAlert[] {
  return set.alerts.flatMap((rule) =>
    numbersFor(rule.when, answers, scores)
      .filter((value) => meets(value, rule.when))
      .slice(0, 1)
      .map((value) => ({ rule, value })),
  )
}

function numbersFor(when: AlertRule['when'], answers: ResponseAnswers, scores: readonly Score[]): number[] {
  if (when.kind === 'item') return numbersIn(answers[when.instrument]?.[when.item])
  const score = scores.find(({ instrument, scale }) => instrument === when.instrument && scale === when.scale)
  return numbersIn(score?.value)
}

function numbersIn(answer: Answer | undefined): number[] {
  if (typeof answer === 'number') return [answer]
  return Array.isArray(answer) ? answer : []
}

function meets(value: number, { op, value: limit }: AlertRule['when']): boolean {
  if (op === '=') return value === limit
  if (op === '>') return value > limit
  if (op === '>=') return value >= limit
  return op === '<' ? value < limit : value <= limit
}

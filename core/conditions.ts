// No imports at run time: the patient's page decides with this which questions to show, as the server does.
import type { Answer, Answers } from './response.ts'

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

const token = /\s*(?:\{([a-z][a-z0-9_]*)\}|(-?\d+(?:\.\d+)?)|(<>|<=|>=|[<>=()[\],])|([a-z]+))/y

type Token = { kind: 'question' | 'number' | 'sign' | 'word'; text: string; at: number }
type Reader = { tokens: Token[]; next: number }

/** Reads a condition in time linear in its length, or says what is wrong and where. */
export function parseCondition(text: string): { condition: Condition } | { problem: string } {
  const tokens = readTokens(text)
  if (typeof tokens === 'string') return { problem: tokens }
  const reader: Reader = { tokens, next: 0 }
  const condition = readJoined(reader, 'or')
  if (typeof condition === 'string') return { problem: condition }
  const rest = tokens[reader.next]
  return rest
    ? { problem: `"${rest.text}" at ${rest.at} was not expected; join conditions with "and" or "or"` }
    : { condition }
}

function readTokens(text: string): Token[] | string {
  const tokens: Token[] = []
  const length = text.trimEnd().length
  token.lastIndex = 0
  while (token.lastIndex < length) {
    const from = token.lastIndex
    const found = token.exec(text)
    if (!found) return `"${text.slice(from, from + 20).trim()}" at ${from} is not part of a condition`
    const [, question, number, sign, word] = found
    const kind = question ? 'question' : number ? 'number' : sign ? 'sign' : 'word'
    tokens.push({ kind, text: question ?? number ?? sign ?? word ?? '', at: from })
  }
  return tokens
}

function readJoined(reader: Reader, joint: 'and' | 'or'): Condition | string {
  const parts: Condition[] = []
  do {
    const part = joint === 'or' ? readJoined(reader, 'and') : readSingle(reader)
    if (typeof part === 'string') return part
    parts.push(part)
  } while (took(reader, 'word', joint))
  const [only] = parts
  return parts.length === 1 && only ? only : { kind: joint, parts }
}

function readSingle(reader: Reader): Condition | string {
  if (took(reader, 'sign', '(')) {
    const inner = readJoined(reader, 'or')
    if (typeof inner === 'string') return inner
    return took(reader, 'sign', ')') ? inner : unexpected(reader, 'a closing ")"')
  }
  const question = take(reader, 'question')
  if (!question) return unexpected(reader, 'a question in curly brackets, such as {pain}')
  return readTest(reader, question.text)
}

function readTest(reader: Reader, question: string): Condition | string {
  const { kind, text } = reader.tokens[reader.next] ?? { kind: 'end', text: '' }
  if (kind === 'word' && (text === 'empty' || text === 'notempty')) {
    reader.next += 1
    return { kind: text, question }
  }
  if (took(reader, 'word', 'anyof')) return readList(reader, question)
  if (kind !== 'sign' || !isComparison(text))
    return unexpected(reader, 'one of =, <>, >, >=, <, <=, anyof, empty, notempty')
  reader.next += 1
  const number = take(reader, 'number')
  return number
    ? { kind: 'compare', question, op: text, value: Number(number.text) }
    : unexpected(reader, 'a number')
}

function readList(reader: Reader, question: string): Condition | string {
  if (!took(reader, 'sign', '[')) return unexpected(reader, 'a list, such as [1, 2]')
  const values: number[] = []
  do {
    const number = take(reader, 'number')
    if (!number) return unexpected(reader, 'a number')
    values.push(Number(number.text))
  } while (took(reader, 'sign', ','))
  return took(reader, 'sign', ']') ? { kind: 'anyof', question, values } : unexpected(reader, 'a closing "]"')
}

function isComparison(text: string): text is Comparison {
  return text === '=' || text === '<>' || text === '>' || text === '>=' || text === '<' || text === '<='
}

function take(reader: Reader, kind: Token['kind']): Token | null {
  const found = reader.tokens[reader.next]
  if (found?.kind !== kind) return null
  reader.next += 1
  return found
}

function took(reader: Reader, kind: Token['kind'], text: string): boolean {
  return reader.tokens[reader.next]?.text === text && take(reader, kind) !== null
}

function unexpected(reader: Reader, wanted: string): string {
  const found = reader.tokens[reader.next]
  return found
    ? `expected ${wanted} at ${found.at}, found "${found.text}"`
    : `it stops where ${wanted} should follow`
}

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
